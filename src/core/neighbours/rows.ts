import { row } from '../space/matrix.ts';
import type { Matrix } from '../space/types.ts';

/** Copies rows of a matrix one below the other into `out`, which must be large enough; returns the part used. */
export function gather(
  { dims, data }: Matrix,
  rows: Int32Array,
  out: Float32Array<ArrayBuffer>,
): Float32Array<ArrayBuffer> {
  let to = 0;
  for (const row of rows) {
    out.set(data.subarray(row * dims, (row + 1) * dims), to);
    to += dims;
  }
  return out.subarray(0, to);
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

/** `count` of the numbers 0 … rows − 1, all different, ascending: all of them if there are no more. */
export function sampleRows(rows: number, count: number, random: () => number): Int32Array {
  if (count >= rows) return Int32Array.from({ length: rows }, (_, i) => i);
  const chosen = new Set<number>();
  // Floyd's sampling (Bentley & Floyd 1987): every subset is as likely.
  for (let last = rows - count; last < rows; last++) {
    const drawn = Math.floor(random() * (last + 1));
    chosen.add(chosen.has(drawn) ? last : drawn);
  }
  return Int32Array.from(chosen).sort();
}
