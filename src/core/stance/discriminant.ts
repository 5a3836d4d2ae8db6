import { choleskyInPlace, solveRows } from './cholesky.ts';
import { shrunkCovariance, type Scatter } from './scatter.ts';

/** Strengths of shrinkage to choose from, rising; 1 is the plain difference of the means. */
export const SHRINKAGES = [0.01, 0.03, 0.1, 0.3, 1] as const;

/** What a discriminant is trained on, less its labels. */
export interface Training {
  /** Scatters of the rows that it may see. */
  readonly parts: readonly Scatter[];
  /** Length of a row. */
  readonly dims: number;
  /** Dimensions of the space the rows came from, which the shrinkage refers to. */
  readonly size: number;
}

/**
 * Turns differences of class means, rows of `means` ([any × dims]), into linear discriminants
 * Σ_λ⁻¹ (m⁺ − m⁻), in place. Σ is the *total* covariance of the training rows: as it differs from the
 * pooled within-class one by a multiple of δδᵀ, the direction is that of Fisher's discriminant with the
 * within-class covariance and a ridge of the same size (Sherman & Morrison 1950), and it
 * does not depend on the labels, so that one factor serves every relabelling.
 *
 * Rows that do not differ leave the means as they are.
 */
export function discriminants(
  { parts, dims, size }: Training,
  shrinkage: number,
  means: Float64Array<ArrayBuffer>,
): Float64Array<ArrayBuffer> {
  if (shrinkage === 1) return means;
  const covariance = shrunkCovariance(parts, dims, size, shrinkage);
  return covariance ? solveRows(choleskyInPlace(covariance, dims), dims, means) : means;
}
