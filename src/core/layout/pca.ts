import { EigenvalueDecomposition } from 'ml-matrix';
import { dot, meanRow, row } from '../space/matrix.ts';
import type { Matrix } from '../space/types.ts';
import { columnProducts, rowProducts } from './products.ts';

export interface Projection {
  /** [rows × components] */
  readonly positions: Float32Array<ArrayBuffer>;
  /** Share of the total variance per component, falling, in [0, 1]; zeros if nothing varies. */
  readonly explained: number[];
}

/** Variance below this share of the total is rounding, not a direction. */
const NOISE = 1e-10;

/**
 * Principal component analysis, exact: eigenvectors of the covariance [dims × dims] or of the Gram
 * matrix [rows × rows], whichever is smaller (Jolliffe 2002, Principal Component Analysis, §3.5).
 * Rows are centred, not scaled. The largest loading of every component is positive, so that the
 * picture does not flip between runs; components that the rows do not have are zero.
 * Deterministic (docs/methods.md §8).
 */
export function pca(matrix: Matrix, components: number): Projection {
  const { rows, dims, data } = matrix;
  const positions = new Float32Array(rows * components);
  const explained = new Array<number>(components).fill(0);
  if (rows === 0) return { positions, explained };
  const mean = meanRow(data, dims);
  const products = (rows < dims ? rowProducts : columnProducts)(matrix, mean);
  const total = products.trace();
  if (total === 0) return { positions, explained };

  const decomposition = new EigenvalueDecomposition(products, { assumeSymmetric: true });
  for (let c = 0; c < Math.min(components, products.rows); c++) {
    const column = products.rows - 1 - c; // Symmetric matrices get ascending eigenvalues.
    const share = decomposition.realEigenvalues[column]! / total;
    if (share < NOISE) break;
    explained[c] = Math.min(1, share);
    const vector = decomposition.eigenvectorMatrix.getColumn(column);
    const loadings = upright(rows < dims ? loadingsOf(matrix, mean, vector) : vector);
    const origin = dot(mean, loadings);
    for (let r = 0; r < rows; r++) {
      positions[r * components + c] = dot(row(matrix, r), loadings) - origin;
    }
  }
  return { positions, explained };
}

/** Unit loadings Xᵀu / |Xᵀu|, [dims], of an eigenvector u of the Gram matrix. */
function loadingsOf(matrix: Matrix, mean: Float64Array, vector: readonly number[]): number[] {
  const loadings = new Array<number>(matrix.dims).fill(0);
  vector.forEach((weight, r) => {
    row(matrix, r).forEach((value, d) => (loadings[d]! += weight * (value - mean[d]!)));
  });
  const norm = Math.sqrt(dot(loadings, loadings));
  return loadings.map((value) => value / norm);
}

function upright(loadings: readonly number[]): readonly number[] {
  const largest = loadings.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
  return largest < 0 ? loadings.map((value) => -value) : loadings;
}
