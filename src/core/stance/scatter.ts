/** Sums over some rows, which add up and are taken away again: what a covariance is made of. */
export interface Scatter {
  readonly rows: number;
  /** Σ x, [dims] */
  readonly sum: Float64Array<ArrayBuffer>;
  /** Σ x·xᵀ, [dims × dims]; the lower triangle alone. */
  readonly products: Float64Array<ArrayBuffer>;
}

/** Scatter of rows [any × dims]. */
export function scatterOf(rows: Float64Array, dims: number): Scatter {
  const sum = new Float64Array(dims);
  const products = new Float64Array(dims * dims);
  for (let start = 0; start < rows.length; start += dims) {
    for (let i = 0; i < dims; i++) {
      const value = rows[start + i]!;
      sum[i]! += value;
      for (let j = 0; j <= i; j++) products[i * dims + j]! += value * rows[start + j]!;
    }
  }
  return { rows: rows.length / dims, sum, products };
}

/**
 * Total covariance of all the rows behind `parts` (n in the denominator), shrunk towards a sphere of
 * the same trace: (1 − λ)Σ + λ (tr Σ / size) I (Ledoit & Wolf 2004). Lower triangle, [dims × dims].
 *
 * @param shrinkage λ, in (0, 1]
 * @param size dimensions of the space that the rows were taken from, at least `dims`
 * @returns null if the rows do not differ
 */
export function shrunkCovariance(
  parts: readonly Scatter[],
  dims: number,
  size: number,
  shrinkage: number,
): Float64Array<ArrayBuffer> | null {
  const rows = parts.reduce((count, part) => count + part.rows, 0);
  const mean = new Float64Array(dims);
  const covariance = new Float64Array(dims * dims);
  for (const part of parts) {
    part.sum.forEach((value, i) => (mean[i]! += value / rows));
    for (let i = 0; i < covariance.length; i++) covariance[i]! += part.products[i]! / rows;
  }
  let trace = 0;
  for (let i = 0; i < dims; i++) {
    for (let j = 0; j <= i; j++) covariance[i * dims + j]! -= mean[i]! * mean[j]!;
    trace += covariance[i * dims + i]!;
  }
  if (!(trace > NO_VARIANCE)) return null;
  for (let i = 0; i < covariance.length; i++) covariance[i]! *= 1 - shrinkage;
  for (let i = 0; i < dims; i++) covariance[i * dims + i]! += (shrinkage * trace) / size;
  return covariance;
}

/** Variance of unit vectors that is rounding. */
const NO_VARIANCE = 1e-12;
