import { ascending, randomLcg, shuffler } from 'd3';
import { DIAGNOSIS_DOCUMENTS, HUB_ITEMS } from '../limits.ts';
import { documentVector } from '../space/correction.ts';
import { kOccurrence, skewness } from '../space/hubness.ts';
import { nearestOfAll } from '../space/neighbours.ts';
import type { Placed } from './placed.ts';
import { listLength } from './standings.ts';

/** How crowded document vectors lie. */
export interface Crowding {
  /** Mean cosine of all pairs, in [−1, 1]. */
  readonly meanCosine: number;
  /** Skewness of how often each is among the k nearest of another; null below 10 documents. */
  readonly skewness: number | null;
}

/** What the correction does to the space. */
export interface Diagnosis {
  /** Documents in the space. */
  readonly documents: number;
  /** Documents that were looked at: a seeded sample where there are more than 2,000. */
  readonly sampled: number;
  /** Nearest neighbours of each: min(10, ⌊sampled / 2⌋). */
  readonly k: number;
  /** Without correction; null below 2 documents. */
  readonly before: Crowding | null;
  /** With it. */
  readonly after: Crowding | null;
}

/** Compares the space before and after correction on its documents' vectors. */
export function diagnose(documents: readonly Placed[], dims: number, seed: number): Diagnosis {
  const sample = sampled(documents, seed);
  const k = listLength(sample.length);
  const raw = sample.map(({ source }) => documentVector(source.vectors, dims));
  return {
    documents: documents.length,
    sampled: sample.length,
    k,
    before: crowding(raw, dims, k),
    after: crowding(
      sample.map(({ vector }) => vector),
      dims,
      k,
    ),
  };
}

function sampled(documents: readonly Placed[], seed: number): Placed[] {
  const sorted = documents.toSorted((a, b) => ascending(a.source.id, b.source.id));
  if (sorted.length <= DIAGNOSIS_DOCUMENTS) return sorted;
  return shuffler(randomLcg(seed))(sorted).slice(0, DIAGNOSIS_DOCUMENTS);
}

function crowding(vectors: readonly Float32Array[], dims: number, k: number): Crowding | null {
  const rows = vectors.length;
  if (rows < 2) return null;
  const data = new Float32Array(rows * dims);
  vectors.forEach((vector, i) => data.set(vector, i * dims));
  const meanCosine = meanPairwise(data, dims);
  if (rows < HUB_ITEMS) return { meanCosine, skewness: null };
  const { indices } = nearestOfAll({ rows, dims, data }, k);
  return { meanCosine, skewness: skewness(kOccurrence([indices], rows)) };
}

/** Mean of x·y over all pairs of rows: (‖Σ x‖² − Σ ‖x‖²) / n(n − 1). */
function meanPairwise(data: Float32Array, dims: number): number {
  const rows = data.length / dims;
  const total = new Float64Array(dims);
  let own = 0;
  data.forEach((value, i) => {
    total[i % dims]! += value;
    own += value * value;
  });
  const all = total.reduce((sum, value) => sum + value * value, 0);
  return (all - own) / (rows * (rows - 1));
}
