import type { Direction } from '../place/walk.ts';

/** What a key does on the focused map. */
export type MapKey =
  | { readonly does: 'walk'; readonly direction: Direction }
  | { readonly does: 'zoom'; readonly factor: number }
  | { readonly does: 'read' | 'leave' | 'gather' };

const STEP = 1.5;

const KEYS: ReadonlyMap<string, MapKey> = new Map<string, MapKey>([
  ['ArrowLeft', { does: 'walk', direction: 'left' }],
  ['ArrowRight', { does: 'walk', direction: 'right' }],
  ['ArrowUp', { does: 'walk', direction: 'up' }],
  ['ArrowDown', { does: 'walk', direction: 'down' }],
  ['+', { does: 'zoom', factor: STEP }],
  ['=', { does: 'zoom', factor: STEP }],
  ['-', { does: 'zoom', factor: 1 / STEP }],
  ['Enter', { does: 'read' }],
  [' ', { does: 'gather' }],
  ['Escape', { does: 'leave' }],
]);

/** What a key event means here; null for keys of others. */
export function mapKey(event: KeyboardEvent): MapKey | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  return KEYS.get(event.key) ?? null;
}
