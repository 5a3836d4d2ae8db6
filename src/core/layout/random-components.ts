import { randomLcg, randomNormal } from 'd3';
import { symmetricEigen } from '../space/eigen.ts';
import { dot } from '../space/matrix.ts';
import type { Matrix } from '../space/types.ts';
import { covarianceTimes } from './covariance-times.ts';

/** Directions of a block beyond those that are wanted. */
const OVERSAMPLING = 8;

/** Blocks at most, and the change of a variance, of itself, below which they end. */
const BLOCKS = 8;
const SETTLED = 1e-5;

/** What is left of a direction, of its length, below which it is rounding of float32 products. */
const NEW = 1e-6;

const SEED = 1;

export interface Components {
  /** [components] of [dims], orthonormal, by falling variance. */
  readonly loadings: readonly Float64Array[];
  /** Σ (⟨x − mean, loading⟩)² over the rows, for each. */
  readonly variances: readonly number[];
}

/**
 * The leading principal components by a randomised block Krylov method (Musco & Musco 2015,
 * arXiv:1504.05477, algorithm 2): of the space that all products with the covariance so far span, the
 * best directions, until their variances settle. Where the leading variances lie close together this
 * takes far fewer products than iterating on one block alone. Deterministic. Rows must be no longer than
 * 1; they are projected in float32.
 */
export function randomComponents(
  matrix: Matrix,
  mean: Float64Array,
  components: number,
): Components {
  const { dims } = matrix;
  const normal = randomNormal.source(randomLcg(SEED))();
  const width = Math.min(dims, components + OVERSAMPLING);
  const multiply = covarianceTimes(matrix, mean);
  const basis: Float64Array[] = [];
  /** Lower triangle: ⟨bᵢ, covariance · bⱼ⟩. */
  const inside: number[][] = [];
  let variances: readonly number[] = [];
  let next: readonly Float64Array[] = Array.from({ length: width }, () =>
    Float64Array.from({ length: dims }, normal),
  );
  for (;;) {
    const block = newDirections(next, basis);
    next = multiply(block);
    for (const [i, vector] of block.entries()) {
      basis.push(vector);
      inside.push(basis.map((other) => dot(other, next[i]!)));
    }
    const before = variances;
    const found = bestWithin(basis, inside, components);
    variances = found.variances;
    const settled = variances.every(
      (value, i) => Math.abs(value - (before[i] ?? Infinity)) <= SETTLED * value,
    );
    if (settled || block.length < width || basis.length >= BLOCKS * width) return found;
  }
}

/**
 * Rayleigh and Ritz: the directions of largest variance within a subspace.
 * @param inside lower triangle of the covariance within it, [basis] rows
 */
function bestWithin(
  basis: readonly Float64Array[],
  inside: readonly (readonly number[])[],
  components: number,
): Components {
  const size = basis.length;
  const square = new Float64Array(size * size);
  inside.forEach((values, i) => square.set(values, i * size));
  const { values, vectors } = symmetricEigen(square, size);
  const leading = Array.from({ length: Math.min(components, size) }, (_, c) => size - 1 - c);
  return {
    variances: leading.map((i) => Math.max(0, values[i]!)),
    loadings: leading.map((i) => combine(basis, vectors[i]!)),
  };
}

/** Gram and Schmidt, twice over: what is new in `vectors` beside `basis`, orthonormal. */
function newDirections(
  vectors: readonly Float64Array[],
  basis: readonly Float64Array[],
): Float64Array[] {
  const found: Float64Array[] = [];
  for (const vector of vectors) {
    const own = Float64Array.from(vector);
    const length = Math.sqrt(dot(own, own));
    for (let pass = 0; pass < 2; pass++) {
      for (const other of [...basis, ...found]) {
        const along = dot(own, other);
        for (let d = 0; d < own.length; d++) own[d]! -= along * other[d]!;
      }
    }
    const rest = Math.sqrt(dot(own, own));
    if (rest > NEW * length) found.push(own.map((value) => value / rest));
  }
  return found;
}

function combine(vectors: readonly Float64Array[], weights: Float64Array): Float64Array {
  const sum = new Float64Array(vectors[0]?.length ?? 0);
  vectors.forEach((vector, i) => {
    for (let d = 0; d < sum.length; d++) sum[d]! += weights[i]! * vector[d]!;
  });
  return sum;
}
