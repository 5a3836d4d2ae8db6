import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

/** Directions removed. On STS 2012 and 2015, 5 to 10 differ by less than a point. */
export const COMPONENTS = 7;

/**
 * Removes what all texts have in common (all-but-the-top, Mu & Viswanath, arXiv:1702.01417), as
 * fitted on texts whose words are drawn independently: the mean word, by probability × weight, and
 * the first principal components of weighted words. Both steps are linear in the words, so that
 * doing them here does them for every later mean of words. Changes `vectors` [words × dims].
 */
export function removeCommonComponents(
  vectors: Float64Array,
  dims: number,
  probabilities: Float64Array,
  weights: Float64Array,
): void {
  const count = weights.length;
  const mass = probabilities.map((p, i) => p * weights[i]!);
  const total = mass.reduce((sum, m) => sum + m, 0);
  const mean = new Float64Array(dims);
  for (let i = 0; i < count; i++) {
    for (let d = 0; d < dims; d++) mean[d]! += (mass[i]! / total) * vectors[i * dims + d]!;
  }
  for (let i = 0; i < count; i++) {
    for (let d = 0; d < dims; d++) vectors[i * dims + d]! -= mean[d]!;
  }
  const scatter = scatterMatrix(
    vectors,
    dims,
    mass.map((m, i) => m * weights[i]!),
  );
  for (const axis of principalAxes(scatter, COMPONENTS)) {
    for (let i = 0; i < count; i++) {
      const row = vectors.subarray(i * dims, (i + 1) * dims);
      let along = 0;
      for (let d = 0; d < dims; d++) along += row[d]! * axis[d]!;
      for (let d = 0; d < dims; d++) row[d]! -= along * axis[d]!;
    }
  }
}

/** Σ mass[i] · row[i] row[i]ᵀ, [dims × dims]. */
function scatterMatrix(rows: Float64Array, dims: number, mass: Float64Array): Matrix {
  const sum = new Float64Array(dims * dims);
  for (let i = 0; i < mass.length; i++) {
    const start = i * dims;
    for (let a = 0; a < dims; a++) {
      const scaled = mass[i]! * rows[start + a]!;
      for (let b = 0; b < dims; b++) sum[a * dims + b]! += scaled * rows[start + b]!;
    }
  }
  return Matrix.from1DArray(dims, dims, sum);
}

/** The unit eigenvectors of the `count` largest eigenvalues of a symmetric matrix. */
function principalAxes(symmetric: Matrix, count: number): number[][] {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(symmetric, {
    assumeSymmetric: true,
  });
  return [...realEigenvalues.keys()]
    .sort((a, b) => realEigenvalues[b]! - realEigenvalues[a]!)
    .slice(0, count)
    .map((column) => eigenvectorMatrix.getColumn(column));
}
