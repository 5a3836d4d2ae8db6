import type { Matrix } from '../space/types.ts';

/** Rows transposed at a time: with 384 dims half a megabyte, which stays in the cache. */
const BLOCK = 192;

/** Xᵀ·X of the centred rows, [dims × dims]: the covariance times (rows − 1). */
export function columnProducts({ rows, dims, data }: Matrix, mean: Float64Array): Float64Array {
  const sums = new Float64Array(dims * dims);
  for (let top = 0; top < rows; top += BLOCK) {
    const height = Math.min(BLOCK, rows - top);
    const columns = new Float64Array(dims * height);
    for (let r = 0; r < height; r++) {
      for (let d = 0; d < dims; d++) {
        columns[d * height + r] = data[(top + r) * dims + d]! - mean[d]!;
      }
    }
    addProducts(sums, columns, dims, height);
  }
  return symmetric(sums, dims);
}

/** X·Xᵀ of the centred rows, [rows × rows]: the Gram matrix. */
export function rowProducts({ rows, dims, data }: Matrix, mean: Float64Array): Float64Array {
  const sums = new Float64Array(rows * rows);
  const centred = Float64Array.from(data, (value, i) => value - mean[i % dims]!);
  addProducts(sums, centred, rows, dims);
  return symmetric(sums, rows);
}

/** Adds A·Aᵀ of A [n × m] to the upper triangle of `sums`, four sums at a time. */
function addProducts(sums: Float64Array, a: Float64Array, n: number, m: number): void {
  for (let i = 0; i < n; i++) {
    const left = i * m;
    let j = i;
    for (; j + 3 < n; j += 4) {
      const right = j * m;
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      for (let t = 0; t < m; t++) {
        const value = a[left + t]!;
        s0 += value * a[right + t]!;
        s1 += value * a[right + m + t]!;
        s2 += value * a[right + 2 * m + t]!;
        s3 += value * a[right + 3 * m + t]!;
      }
      sums[i * n + j]! += s0;
      sums[i * n + j + 1]! += s1;
      sums[i * n + j + 2]! += s2;
      sums[i * n + j + 3]! += s3;
    }
    for (; j < n; j++) {
      let sum = 0;
      for (let t = 0; t < m; t++) sum += a[left + t]! * a[j * m + t]!;
      sums[i * n + j]! += sum;
    }
  }
}

/** Copies the upper triangle into the lower one. */
function symmetric(sums: Float64Array, n: number): Float64Array {
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) sums[j * n + i] = sums[i * n + j]!;
  }
  return sums;
}
