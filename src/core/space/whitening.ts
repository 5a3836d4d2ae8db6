import { CholeskyDecomposition, Matrix as Dense } from 'ml-matrix';
import type { Whitening } from './correction.ts';
import { covarianceOf } from './covariance.ts';

/**
 * Least shrinkage: of rows without any noise, such as two that mirror each other, the estimate is 0,
 * and their covariance alone could not be inverted.
 */
const LEAST_SHRINKAGE = 1e-6;

/**
 * Whitening (Su et al. 2021, arXiv:2103.15316) by the covariance S of `rows`, shrunk to
 * Σ = (1 − ρ) S + ρ (tr S / dims) I with the ρ of Ledoit & Wolf 2004
 * (doi:10.1016/S0047-259X(03)00096-4). Whitening divides by the roots of variances, and too few rows
 * leave the small ones far too small. Null if nothing varies.
 *
 * By Cholesky's factor, where Su et al. take eigenvectors: the two differ by a rotation, which no
 * cosine sees.
 *
 * @param rows around their mean, at least one
 */
export function whiteningOf(rows: readonly Float64Array[]): Whitening | null {
  const covariance = covarianceOf(rows);
  const dims = covariance.rows;
  const even = covariance.trace() / dims;
  if (even === 0) return null;
  const shrinkage = Math.max(LEAST_SHRINKAGE, ledoitWolf(rows, covariance));
  const shrunk = covariance.mul(1 - shrinkage).add(Dense.eye(dims, dims, shrinkage * even));
  const { lowerTriangularMatrix } = new CholeskyDecomposition(shrunk);
  const factor = Array.from({ length: dims }, (_, i) =>
    Float64Array.from(lowerTriangularMatrix.getRow(i).slice(0, i + 1)),
  );
  return { factor, shrinkage };
}

/** The share ρ with the least expected squared error of Σ, in [0, 1]; 0 if S is even already. */
function ledoitWolf(rows: readonly Float64Array[], covariance: Dense): number {
  const n = rows.length;
  const squared = covariance.norm('frobenius') ** 2;
  const toEven = squared - covariance.trace() ** 2 / covariance.rows;
  const noise = (rows.reduce((sum, row) => sum + squaredLength(row) ** 2, 0) / n - squared) / n;
  return toEven > 0 ? Math.min(1, Math.max(0, noise / toEven)) : 0;
}

function squaredLength(row: Float64Array): number {
  return row.reduce((sum, value) => sum + value * value, 0);
}
