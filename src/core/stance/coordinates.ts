import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { dot } from '../space/matrix.ts';
import type { Features } from './features.ts';

/** Variance below this share of the largest is rounding, not a direction. */
const NOISE = 1e-12;

/** Features in fewer dimensions with the same products, and the way back. */
export interface Coordinates {
  readonly features: Features;
  /** A direction [features.dims] as one of the space that the features came from. */
  toSpace: (direction: Float64Array) => Float64Array<ArrayBuffer>;
}

/**
 * The dual form: n rows span at most n dimensions, and a regularised discriminant lies in what they
 * span. With fewer rows than dimensions they are replaced by their coordinates V·Λ^½ in an orthonormal
 * basis, from the eigenvectors of their Gram matrix [n × n]; products and lengths stay as they are.
 */
export function spannedCoordinates(features: Features): Coordinates {
  const { dims, rows } = features;
  const n = rows.length / dims;
  if (n >= dims || n === 0)
    return { features, toSpace: (direction) => Float64Array.from(direction) };
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(gram(features, n), {
    assumeSymmetric: true,
  });
  const largest = realEigenvalues.at(-1) ?? 0;
  const kept = realEigenvalues.flatMap((value, c) =>
    value > largest * NOISE
      ? [{ column: eigenvectorMatrix.getColumn(c), root: Math.sqrt(value) }]
      : [],
  );
  const out = new Float64Array(n * kept.length);
  kept.forEach(({ column, root }, c) => {
    for (let i = 0; i < n; i++) out[i * kept.length + c] = column[i]! * root;
  });
  return {
    features: { dims: kept.length, rows: out },
    toSpace: (direction) => {
      const space = new Float64Array(dims);
      for (let i = 0; i < n; i++) {
        const weight = kept.reduce((sum, { column, root }, c) => {
          return sum + (column[i]! / root) * direction[c]!;
        }, 0);
        for (let d = 0; d < dims; d++) space[d]! += weight * rows[i * dims + d]!;
      }
      return space;
    },
  };
}

function gram({ dims, rows }: Features, n: number): Matrix {
  const products = new Matrix(n, n);
  for (let i = 0; i < n; i++) {
    const left = rows.subarray(i * dims, (i + 1) * dims);
    for (let j = 0; j <= i; j++) {
      const product = dot(left, rows.subarray(j * dims, (j + 1) * dims));
      products.set(i, j, product).set(j, i, product);
    }
  }
  return products;
}
