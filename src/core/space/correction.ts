import { meanRow, normaliseRows } from './matrix.ts';
import type { ReferenceDocument } from './types.ts';

/** μ, [dims] in float64; null means that there is no reference and nothing is corrected. */
export type Centre = Float64Array<ArrayBuffer> | null;

/**
 * Genre-balanced mean μ of the reference: the mean over genres of the mean over each genre's
 * passages, so that a genre of long texts does not move it (docs/methods.md §2). Zero rows (texts
 * without known tokens) are left out. Null without any row that counts.
 */
export function referenceCentre(reference: readonly ReferenceDocument[], dims: number): Centre {
  const genres = new Map<string, { sum: Float64Array; rows: number }>();
  for (const { genre, vectors } of reference) {
    const total = genres.get(genre) ?? { sum: new Float64Array(dims), rows: 0 };
    genres.set(genre, total);
    for (let start = 0; start < vectors.length; start += dims) {
      const passage = vectors.subarray(start, start + dims);
      if (passage.every((value) => value === 0)) continue;
      passage.forEach((value, i) => (total.sum[i]! += value));
      total.rows++;
    }
  }
  const used = [...genres.values()].filter(({ rows }) => rows > 0);
  if (used.length === 0) return null;
  const centre = new Float64Array(dims);
  for (const { sum, rows } of used) {
    for (let i = 0; i < dims; i++) centre[i]! += sum[i]! / rows / used.length;
  }
  return centre;
}

/**
 * x ← normalise(x − μ) for every row, as a new array; zero rows stay zero, and without a centre
 * the rows are copied as they are ("all-but-the-top" without its components: Mu & Viswanath 2018,
 * arXiv:1702.01417; docs/methods.md §2). Each row depends on itself and μ only.
 */
export function correct(
  rows: Float32Array,
  dims: number,
  centre: Centre,
): Float32Array<ArrayBuffer> {
  const out = new Float32Array(rows);
  if (!centre) return out;
  const shifted = new Float64Array(dims);
  for (let start = 0; start < rows.length; start += dims) {
    let known = false;
    for (let i = 0; i < dims; i++) {
      const value = rows[start + i]!;
      known ||= value !== 0;
      shifted[i] = value - centre[i]!;
    }
    if (known) out.set(normaliseRows(shifted, dims), start);
  }
  return out;
}

/**
 * A document's raw vector, [dims]: the normalised mean of its raw passage rows (docs/methods.md
 * §2); zero if there are none. Correct it with `correct` afterwards.
 */
export function documentVector(passages: Float32Array, dims: number): Float32Array<ArrayBuffer> {
  return Float32Array.from(normaliseRows(meanRow(passages, dims), dims));
}
