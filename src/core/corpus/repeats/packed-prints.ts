import { BINS } from './bins.ts';
import type { Print } from './print.ts';

/** Prints of many texts in four arrays: each of them an object with two buffers costs ten times as much to hand over. */
export interface PackedPrints {
  /** [prints] */
  readonly exact: Float64Array<ArrayBuffer>;
  /** [prints × `BINS`] */
  readonly shingles: Uint32Array<ArrayBuffer>;
  /** Lines of all prints, one after the other. */
  readonly lines: Float64Array<ArrayBuffer>;
  /** [prints + 1] Where the lines of each begin, and where the last ones end. */
  readonly starts: Uint32Array<ArrayBuffer>;
}

/** Copies prints into fresh arrays. */
export function packPrints(prints: readonly Print[]): PackedPrints {
  const starts = new Uint32Array(prints.length + 1);
  for (const [at, { lines }] of prints.entries()) starts[at + 1] = starts[at]! + lines.length;
  const packed = {
    exact: Float64Array.from(prints, ({ exact }) => exact),
    shingles: new Uint32Array(prints.length * BINS),
    lines: new Float64Array(starts[prints.length]!),
    starts,
  };
  for (const [at, { shingles, lines }] of prints.entries()) {
    packed.shingles.set(shingles, at * BINS);
    packed.lines.set(lines, starts[at]);
  }
  return packed;
}

/** The prints again, as views of the arrays. */
export function unpackPrints({ exact, shingles, lines, starts }: PackedPrints): Print[] {
  return Array.from(exact, (each, at) => ({
    exact: each,
    shingles: shingles.subarray(at * BINS, (at + 1) * BINS),
    lines: lines.subarray(starts[at], starts[at + 1]),
  }));
}

/** The buffers of some prints, for handing them over without a copy. */
export function buffersOf({ exact, shingles, lines, starts }: PackedPrints): ArrayBuffer[] {
  return [exact.buffer, shingles.buffer, lines.buffer, starts.buffer];
}
