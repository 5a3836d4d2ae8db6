import { HUES, type Mark } from '../../groups.ts';
import { tonesOf } from '../../tones.ts';
import { pixelOf } from './raster.ts';

/** The theme's tokens as a canvas needs them. */
export interface Inks {
  readonly paper: string;
  readonly ink: string;
  readonly secondary: string;
  readonly hairline: string;
  readonly accent: string;
  /** Paper and hairline as pixels of a raster. */
  readonly paperPixel: number;
  readonly hairlinePixel: number;
  /** By name: what marks are drawn in. */
  readonly marks: ReadonlyMap<string, string>;
  /** The same as pixels of a raster. */
  readonly markPixels: ReadonlyMap<string, number>;
  readonly serif: string;
  readonly sans: string;
}

const MARK_INKS = [
  'ink',
  'secondary',
  ...Array.from({ length: HUES }, (_, i) => `hue-${i + 1}`),
  ...tonesOf('near'),
  ...tonesOf('stance'),
];

/** Reads the tokens as they are in force for an element, in its theme. */
export function readInks(element: Element): Inks {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  const marks = MARK_INKS.map((name) => [name, token(`--${name}`)] as const);
  return {
    paper: token('--paper'),
    ink: token('--ink'),
    secondary: token('--secondary'),
    hairline: token('--hairline'),
    accent: token('--accent'),
    paperPixel: pixelOf(token('--paper')),
    hairlinePixel: pixelOf(token('--hairline')),
    marks: new Map(marks),
    markPixels: new Map(marks.map(([name, colour]) => [name, pixelOf(colour)])),
    serif: token('--serif') || 'serif',
    sans: token('--sans') || 'sans-serif',
  };
}

/** The colour of a mark. */
export function inkOf({ ink }: Mark, inks: Inks): string {
  return inks.marks.get(ink) ?? inks.ink;
}
