import type { Does } from '../words/keys.ts';
import { PAGE_KEYS } from './keys.ts';

/** Every key, for the help: those of the page, and those that the map handles itself. */
export const ALL_KEYS: Readonly<Record<Does, readonly string[]>> = {
  ...PAGE_KEYS,
  walk: ['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown'],
  read: ['Enter'],
  zoom: ['+', '-'],
  gather: [' '],
  draw: ['l', 'b'],
  fit: ['f'],
  table: ['t'],
  look: ['z', 'Shift+z'],
};
