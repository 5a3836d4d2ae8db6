import { cosines } from '../space/cosines.ts';
import { row } from '../space/matrix.ts';
import type { Matrix } from '../space/types.ts';

/** Rows placed between two reports. */
const BLOCK = 64;

/** At most `limit` of the numbers 0 … rows − 1, evenly spaced, ascending: all if they fit. */
export function evenSample(rows: number, limit: number): number[] {
  const count = Math.min(rows, limit);
  return Array.from({ length: count }, (_, i) => Math.floor((i * rows) / count));
}

/** The given rows as a matrix; the same matrix if they are all. */
export function takeRows(matrix: Matrix, rows: readonly number[]): Matrix {
  if (rows.length === matrix.rows) return matrix;
  const data = new Float32Array(rows.length * matrix.dims);
  rows.forEach((index, i) => data.set(row(matrix, index), i * matrix.dims));
  return { rows: rows.length, dims: matrix.dims, data };
}

/**
 * Zero rows (texts without known tokens) as one more direction, so that they are neighbours of each
 * other and of nothing else; the same matrix if there are none. Without this they would be equally
 * far from everything and be drawn beside whatever comes first.
 */
export function zeroRowsTogether(matrix: Matrix): Matrix {
  const { rows, dims, data } = matrix;
  const isZero = Array.from({ length: rows }, (_, r) => row(matrix, r).every((v) => v === 0));
  if (!isZero.includes(true)) return matrix;
  const wider = new Float32Array(rows * (dims + 1));
  isZero.forEach((zero, r) => {
    if (zero) wider[r * (dims + 1) + dims] = 1;
    else wider.set(data.subarray(r * dims, (r + 1) * dims), r * (dims + 1));
  });
  return { rows, dims: dims + 1, data: wider };
}

/**
 * Positions of all rows, [rows × 2], given those of a sample: every other row stands at its nearest
 * sampled row by cosine, moved by up to .1 (UMAP's smallest distance) so that both can be seen.
 */
export async function placeBeside(
  matrix: Matrix,
  sample: readonly number[],
  laid: Float32Array<ArrayBuffer>,
  random: () => number,
  onShare: (share: number) => void | Promise<void>,
): Promise<Float32Array<ArrayBuffer>> {
  if (sample.length === matrix.rows) return laid;
  const known = takeRows(matrix, sample);
  const positions = new Float32Array(matrix.rows * 2);
  sample.forEach((index, i) => positions.set(laid.subarray(i * 2, i * 2 + 2), index * 2));
  const sampled = new Set(sample);
  for (let top = 0; top < matrix.rows; top += BLOCK) {
    const bottom = Math.min(top + BLOCK, matrix.rows);
    const block = matrix.data.subarray(top * matrix.dims, bottom * matrix.dims);
    const found = cosines(block, known.data, matrix.dims);
    for (let r = top; r < bottom; r++) {
      if (sampled.has(r)) continue;
      const offset = (r - top) * known.rows;
      let best = 0;
      for (let i = 1; i < known.rows; i++) if (found[offset + i]! > found[offset + best]!) best = i;
      const angle = 2 * Math.PI * random();
      const radius = 0.1 * Math.sqrt(random());
      positions[r * 2] = laid[best * 2]! + radius * Math.cos(angle);
      positions[r * 2 + 1] = laid[best * 2 + 1]! + radius * Math.sin(angle);
    }
    await onShare(bottom / matrix.rows);
  }
  return positions;
}
