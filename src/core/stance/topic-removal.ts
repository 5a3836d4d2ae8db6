import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { dot, normaliseRows } from '../space/matrix.ts';
import { centroids } from './centroids.ts';

/** Singular values below this share of the largest are rounding, not a direction. */
const NOISE = 1e-9;

/** Directions in which topics differ: orthonormal rows, [rank × dims]. */
export interface TopicBasis {
  readonly rank: number;
  readonly dims: number;
  readonly rows: Float64Array<ArrayBuffer>;
}

/**
 * Orthonormal basis Q of what the centroids of topics differ by, from documents that are neutral in
 * what is to be measured (docs/methods.md §4). The mean of the centroids is taken off first: what all
 * topics share is not topic. Rank at most topics − 1; 0 below two topics. LEACE (Belrose et al.,
 * arXiv:2306.03819) is the exact linear form of this.
 *
 * @param rows corrected unit vectors, [documents × dims]; zero rows are left out
 * @param topics of each row; rows without one (null) are left out
 */
export function topicBasis(
  rows: Float32Array,
  dims: number,
  topics: readonly (string | null)[],
): TopicBasis {
  const { names, means } = centroids(rows, dims, topics);
  if (names.length < 2) return { rank: 0, dims, rows: new Float64Array() };
  const mean = means[0]!.map((_, d) => means.reduce((sum, own) => sum + own[d]! / names.length, 0));
  const deviations = new Matrix(means.map((own) => Array.from(own, (x, d) => x - mean[d]!)));
  const { diagonal, leftSingularVectors } = new SingularValueDecomposition(deviations.transpose(), {
    autoTranspose: true,
  });
  const kept = diagonal.flatMap((value, c) =>
    value > diagonal[0]! * NOISE && c < dims ? [leftSingularVectors.getColumn(c)] : [],
  );
  return { rank: kept.length, dims, rows: Float64Array.from(kept.flat()) };
}

/**
 * x′ = (I − QQᵀ)x at unit length, for every row, as a new array; what lies wholly within the topics
 * becomes zero.
 */
export function removeTopic(
  rows: Float32Array,
  { rank, dims, rows: basis }: TopicBasis,
): Float32Array<ArrayBuffer> {
  const out = Float64Array.from(rows);
  for (let start = 0; start < out.length; start += dims) {
    const own = out.subarray(start, start + dims);
    for (let c = 0; c < rank; c++) {
      const axis = basis.subarray(c * dims, (c + 1) * dims);
      const share = dot(own, axis);
      for (let d = 0; d < dims; d++) own[d]! -= share * axis[d]!;
    }
  }
  return Float32Array.from(normaliseRows(out, dims));
}
