import { covarianceOf } from './covariance.ts';
import { symmetricEigen } from './eigen.ts';

/** Variance below this share of the total is rounding, not a direction. */
const NOISE = 1e-10;

/**
 * The leading principal components that all-but-the-top removes, about dims / 100 of them (Mu &
 * Viswanath 2018, arXiv:1702.01417, §2.1): at least one, never all there are, and none without any
 * variance. Orthonormal, [dims] each, by falling variance.
 *
 * @param rows around their mean, at least one
 */
export function topComponents(rows: readonly Float64Array[]): Float64Array<ArrayBuffer>[] {
  const covariance = covarianceOf(rows);
  const dims = covariance.rows;
  const count = Math.min(Math.max(1, Math.round(dims / 100)), dims - 1);
  const least = NOISE * covariance.trace();
  if (least === 0) return [];
  const { values, vectors } = symmetricEigen(covariance.to1DArray(), dims);
  return Array.from({ length: count }, (_, c) => dims - 1 - c)
    .filter((i) => values[i]! > least)
    .map((i) => vectors[i]!);
}
