import { EXACT_PCA_WORK } from '../limits.ts';
import { symmetricEigen } from '../space/eigen.ts';
import { dot, meanRow, row } from '../space/matrix.ts';
import type { Matrix } from '../space/types.ts';
import { columnProducts, rowProducts } from './products.ts';
import { randomComponents, type Components } from './random-components.ts';

/** Directions that rows are projected on, as they were fitted. */
export interface Axes {
  /** [dims] */
  readonly mean: Float64Array;
  /** [components] of [dims], orthonormal; fewer than asked for where the rows have no more. */
  readonly loadings: readonly Float64Array[];
}

export interface Projection {
  /** [rows × components] */
  readonly positions: Float32Array<ArrayBuffer>;
  /** Share of the total variance per component, in [0, 1]; zeros if nothing varies. */
  readonly explained: number[];
  readonly axes: Axes;
}

/** Variance below this share of the total is rounding, not a direction. */
const NOISE = 1e-10;

/**
 * Principal component analysis. Exact where that takes a moment: eigenvectors of the covariance
 * [dims × dims] or of the Gram matrix [rows × rows], whichever is smaller (Jolliffe 2002, Principal
 * Component Analysis, §3.5); else by `randomComponents`. Rows are centred, not scaled. The largest
 * loading of every component is positive, so that the picture does not flip between runs;
 * components that the rows do not have are zero. Deterministic (docs/methods.md §8).
 *
 * @param work multiplications up to which it is exact
 */
export function pca(matrix: Matrix, components: number, work = EXACT_PCA_WORK): Projection {
  const { rows, dims, data } = matrix;
  const mean = meanRow(data, dims);
  const total = scatterOf(matrix, mean);
  const spread = { mean, total };
  if (total === 0) return along(matrix, spread, { mean, loadings: [] }, components);
  const exact = Math.min(rows, dims) ** 2 * Math.max(rows, dims) <= work;
  const found = (exact ? exactComponents : randomComponents)(matrix, mean, components);
  const loadings = found.loadings.filter((_, c) => found.variances[c]! / total >= NOISE);
  return along(matrix, spread, { mean, loadings: loadings.map(upright) }, components);
}

/** Projects rows on axes that may come from other rows; `explained` is of the rows themselves. */
export function project(matrix: Matrix, axes: Axes, components: number): Projection {
  const mean = meanRow(matrix.data, matrix.dims);
  return along(matrix, { mean, total: scatterOf(matrix, mean) }, axes, components);
}

/** What rows have of their own: their mean, [dims], and Σ ‖x − mean‖². */
interface Spread {
  readonly mean: Float64Array;
  readonly total: number;
}

function along(matrix: Matrix, own: Spread, axes: Axes, components: number): Projection {
  const { rows } = matrix;
  const positions = new Float32Array(rows * components);
  const explained = new Array<number>(components).fill(0);
  axes.loadings.forEach((loadings, c) => {
    const origin = dot(axes.mean, loadings);
    const centre = dot(own.mean, loadings) - origin;
    let squares = 0;
    for (let r = 0; r < rows; r++) {
      const place = dot(row(matrix, r), loadings) - origin;
      positions[r * components + c] = place;
      squares += (place - centre) ** 2;
    }
    explained[c] = own.total > 0 ? Math.min(1, squares / own.total) : 0;
  });
  return { positions, explained, axes };
}

/** Σ ‖x − mean‖² over the rows. */
function scatterOf({ dims, data }: Matrix, mean: Float64Array): number {
  let total = 0;
  for (let start = 0; start < data.length; start += dims) {
    for (let d = 0; d < dims; d++) total += (data[start + d]! - mean[d]!) ** 2;
  }
  return total;
}

function exactComponents(matrix: Matrix, mean: Float64Array, components: number): Components {
  const { rows, dims } = matrix;
  const size = Math.min(rows, dims);
  const products = (rows < dims ? rowProducts : columnProducts)(matrix, mean);
  const { values, vectors } = symmetricEigen(products, size);
  const leading = Array.from({ length: Math.min(components, size) }, (_, c) => size - 1 - c);
  return {
    variances: leading.map((i) => values[i]!),
    loadings: leading.map((i) =>
      rows < dims ? loadingsOf(matrix, mean, vectors[i]!) : vectors[i]!,
    ),
  };
}

/** Unit loadings Xᵀu / |Xᵀu|, [dims], of an eigenvector u of the Gram matrix. */
function loadingsOf(matrix: Matrix, mean: Float64Array, vector: Float64Array): Float64Array {
  const loadings = new Float64Array(matrix.dims);
  vector.forEach((weight, r) => {
    row(matrix, r).forEach((value, d) => (loadings[d]! += weight * (value - mean[d]!)));
  });
  const norm = Math.sqrt(dot(loadings, loadings)) || 1;
  return loadings.map((value) => value / norm);
}

function upright(loadings: Float64Array): Float64Array {
  const largest = loadings.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);
  return largest < 0 ? loadings.map((value) => -value) : loadings;
}
