import { cosines } from '../space/cosines.ts';
import { dot } from '../space/matrix.ts';
import type { Matrix } from '../space/types.ts';

/** Rows multiplied at once. */
const ROWS = 256;

/** Numbers up to which a second, transposed copy of the rows is kept: 64 MB. */
const KEPT = 2 ** 24;

/**
 * Multiplication with the covariance of the rows, times their number, without making it:
 * (X − 1μᵀ)ᵀ (X − 1μᵀ) v for each unit vector v, on the kernel of `cosines`, which clips at ±1: all is
 * scaled to stay below. Rows must be no longer than 1; sums are in float32 for 256 rows at a time.
 *
 * @returns takes vectors [count] of [dims] and gives as many
 */
export function covarianceTimes(
  { rows, dims, data }: Matrix,
  mean: Float64Array,
): (basis: readonly Float64Array[]) => Float64Array[] {
  const columnsOf = transposedBlocks(data, dims);
  return (basis) => {
    const width = basis.length;
    const directions = new Float32Array(width * dims);
    basis.forEach((vector, v) => directions.set(vector, v * dims));
    const origin = basis.map((vector) => dot(mean, vector));
    const sums = Array.from({ length: width }, () => new Float64Array(dims));
    const totals = new Float64Array(width);
    const places = new Float32Array(width * ROWS);
    const along = new Float32Array(ROWS * width);
    const products = new Float32Array(dims * width);
    for (let top = 0; top < rows; top += ROWS) {
      const height = Math.min(ROWS, rows - top);
      cosines(data.subarray(top * dims, (top + height) * dims), directions, dims, along);
      // No place is further out than 2, and no column of rows of length 1 is longer than √height.
      const scale = 1 / (2 * height);
      for (let r = 0; r < height; r++) {
        for (let v = 0; v < width; v++) {
          const place = along[r * width + v]! - origin[v]!;
          places[v * height + r] = place * scale;
          totals[v]! += place;
        }
      }
      cosines(columnsOf(top, height), places.subarray(0, width * height), height, products);
      for (let v = 0; v < width; v++) {
        for (let d = 0; d < dims; d++) sums[v]![d]! += products[d * width + v]! / scale;
      }
    }
    return sums.map((sum, v) => sum.map((value, d) => value - totals[v]! * mean[d]!));
  };
}

/** Blocks of rows turned into columns, [dims × height], kept for the next time unless they are too many. */
function transposedBlocks(
  data: Float32Array,
  dims: number,
): (top: number, height: number) => Float32Array {
  const kept = new Map<number, Float32Array>();
  const spare = new Float32Array(dims * ROWS);
  return (top, height) => {
    const known = kept.get(top);
    if (known) return known;
    const size = dims * height;
    const keep = data.length <= KEPT;
    const columns = keep ? new Float32Array(size) : spare.subarray(0, size);
    transpose(data.subarray(top * dims, top * dims + size), dims, columns);
    if (keep) kept.set(top, columns);
    return columns;
  };
}

/** Four rows at a time: a place in memory is then come by once where it was four times. */
function transpose(rows: Float32Array, dims: number, out: Float32Array): void {
  const height = rows.length / dims;
  const whole = height - (height % 4);
  for (let r = 0; r < whole; r += 4) {
    const [a, b, c, e] = [r * dims, (r + 1) * dims, (r + 2) * dims, (r + 3) * dims];
    for (let d = 0, to = r; d < dims; d++, to += height) {
      out[to] = rows[a + d]!;
      out[to + 1] = rows[b + d]!;
      out[to + 2] = rows[c + d]!;
      out[to + 3] = rows[e + d]!;
    }
  }
  for (let r = whole; r < height; r++) {
    for (let d = 0; d < dims; d++) out[d * height + r] = rows[r * dims + d]!;
  }
}
