import { randomLcg, randomNormal } from 'd3';
import { cosines } from '../space/cosines.ts';
import { symmetricEigen } from '../space/eigen.ts';
import { dot } from '../space/matrix.ts';
import type { Matrix } from '../space/types.ts';

/** Directions beyond those that are wanted: they catch what the first rounds mix up. */
const OVERSAMPLING = 8;

/** Rounds at most, and the change of a variance below which they end. */
const ROUNDS = 12;
const SETTLED = 1e-5;

/** Rows multiplied at once. */
const BLOCK = 256;

const SEED = 1;

export interface Components {
  /** [components] of [dims], orthonormal, by falling variance. */
  readonly loadings: readonly Float64Array[];
  /** Σ (⟨x − mean, loading⟩)² over the rows, for each. */
  readonly variances: readonly number[];
}

/**
 * The leading principal components by randomised subspace iteration (Halko, Martinsson & Tropp 2011,
 * doi:10.1137/090771806, algorithm 4.4), until the variances change by less than 1e-5 of themselves.
 * Deterministic. Rows must be no longer than 1; they are projected in float32.
 */
export function randomComponents(
  matrix: Matrix,
  mean: Float64Array,
  components: number,
): Components {
  const { dims } = matrix;
  const normal = randomNormal.source(randomLcg(SEED))();
  const width = Math.min(dims, components + OVERSAMPLING);
  let basis = orthonormal(
    Array.from({ length: width }, () => Float64Array.from({ length: dims }, () => normal())),
  );
  let variances: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const before = variances;
    const products = covarianceTimes(matrix, mean, basis);
    // Rayleigh and Ritz: within the subspace the best directions are known exactly.
    const size = basis.length;
    const inside = basis.flatMap((a) => products.map((b) => dot(a, b)));
    const symmetric = inside.map(
      (value, at) => (value + inside[(at % size) * size + Math.floor(at / size)]!) / 2,
    );
    const { values, vectors } = symmetricEigen(symmetric, size);
    const order = Array.from(values.keys()).reverse();
    variances = order.slice(0, components).map((i) => Math.max(0, values[i]!));
    const turn = (directions: readonly Float64Array[]): Float64Array[] =>
      order.map((i) => combine(directions, vectors[i]!));
    const settled = variances.every(
      (value, i) => Math.abs(value - (before[i] ?? Infinity)) <= SETTLED * value,
    );
    if (settled || round === ROUNDS - 1) {
      return { loadings: turn(basis).slice(0, components), variances };
    }
    basis = orthonormal(turn(products));
  }
  return { loadings: basis.slice(0, components), variances };
}

/** (X − 1μᵀ)ᵀ (X − 1μᵀ) v for each v, on the kernel of `cosines`, which clips at ±1: all is scaled to stay below. */
function covarianceTimes(
  { rows, dims, data }: Matrix,
  mean: Float64Array,
  basis: readonly Float64Array[],
): Float64Array[] {
  const width = basis.length;
  const directions = new Float32Array(width * dims);
  basis.forEach((vector, v) => directions.set(vector, v * dims));
  const origin = basis.map((vector) => dot(mean, vector));
  const sums = Array.from({ length: width }, () => new Float64Array(dims));
  const totals = new Float64Array(width);
  const across = new Float32Array(dims * BLOCK);
  const places = new Float32Array(width * BLOCK);
  const along = new Float32Array(BLOCK * width);
  const products = new Float32Array(dims * width);
  for (let top = 0; top < rows; top += BLOCK) {
    const height = Math.min(BLOCK, rows - top);
    const block = data.subarray(top * dims, (top + height) * dims);
    cosines(block, directions, dims, along);
    // No place is further out than 2, and no column of rows of length 1 is longer than √height.
    const scale = 1 / (2 * height);
    for (let r = 0; r < height; r++) {
      for (let d = 0; d < dims; d++) across[d * height + r] = block[r * dims + d]!;
      for (let v = 0; v < width; v++) {
        const place = along[r * width + v]! - origin[v]!;
        places[v * height + r] = place * scale;
        totals[v]! += place;
      }
    }
    const columns = across.subarray(0, dims * height);
    cosines(columns, places.subarray(0, width * height), height, products);
    for (let v = 0; v < width; v++) {
      for (let d = 0; d < dims; d++) sums[v]![d]! += products[d * width + v]! / scale;
    }
  }
  return sums.map((sum, v) => sum.map((value, d) => value - totals[v]! * mean[d]!));
}

/** Gram and Schmidt, twice over; directions that are not independent are left out. */
function orthonormal(vectors: readonly Float64Array[]): Float64Array[] {
  const basis: Float64Array[] = [];
  for (const vector of vectors) {
    const own = Float64Array.from(vector);
    const length = Math.sqrt(dot(own, own));
    for (let pass = 0; pass < 2; pass++) {
      for (const other of basis) {
        const along = dot(own, other);
        for (let d = 0; d < own.length; d++) own[d]! -= along * other[d]!;
      }
    }
    const rest = Math.sqrt(dot(own, own));
    if (rest <= 1e-9 * length || rest === 0) continue;
    basis.push(own.map((value) => value / rest));
  }
  return basis;
}

function combine(vectors: readonly Float64Array[], weights: Float64Array): Float64Array {
  const sum = new Float64Array(vectors[0]?.length ?? 0);
  vectors.forEach((vector, i) => {
    for (let d = 0; d < sum.length; d++) sum[d]! += weights[i]! * vector[d]!;
  });
  return sum;
}
