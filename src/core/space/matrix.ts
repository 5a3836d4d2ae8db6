import type { Matrix } from './types.ts';

/** Rows shorter than this are float32 noise around zero, not a direction. */
const SHORTEST_ROW = 1e-6;

/** `rows` × `dims` zeros. */
export function zeros(rows: number, dims: number): Matrix {
  return { rows, dims, data: new Float32Array(rows * dims) };
}

/** View, not a copy, of row `index` in [0, rows): writing to it writes to the matrix. */
export function row(matrix: Matrix, index: number): Float32Array<ArrayBuffer> {
  return matrix.data.subarray(index * matrix.dims, (index + 1) * matrix.dims);
}

/** Σ aᵢ·bᵢ over arrays of equal length, summed in order in float64. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/**
 * Scales every row of `data` ([rows × dims]) to unit length in place and returns it. A row shorter
 * than 1e-6, which is what is left of a zero row or of a row equal to the mean, becomes exactly
 * zero: it has no direction, and its cosine with anything is 0.
 */
export function normaliseRows<A extends Float32Array | Float64Array>(data: A, dims: number): A {
  for (let start = 0; start < data.length; start += dims) {
    const view = data.subarray(start, start + dims);
    const norm = Math.sqrt(dot(view, view));
    if (norm < SHORTEST_ROW) view.fill(0);
    else for (let i = 0; i < dims; i++) view[i] = view[i]! / norm;
  }
  return data;
}

/** How many rows of `data` ([rows × dims]) are zero: texts that have no direction. */
export function countZeroRows(data: Float32Array, dims: number): number {
  let count = 0;
  for (let start = 0; start < data.length; start += dims) {
    let i = 0;
    while (i < dims && data[start + i] === 0) i++;
    if (i === dims) count++;
  }
  return count;
}

/** Mean of the rows of `data` ([rows × dims]) in float64, [dims]; zeros if there are no rows. */
export function meanRow(data: Float32Array, dims: number): Float64Array<ArrayBuffer> {
  const mean = new Float64Array(dims);
  const rows = data.length / dims;
  for (let start = 0; start < data.length; start += dims) {
    for (let i = 0; i < dims; i++) mean[i]! += data[start + i]!;
  }
  if (rows > 0) for (let i = 0; i < dims; i++) mean[i]! /= rows;
  return mean;
}
