import type { Neighbours } from '../../space/neighbours.ts';

/** A weighted graph, both directions of every edge: edges of row i are `starts[i]` to `starts[i + 1]`. */
export interface Edges {
  /** [rows + 1] */
  readonly starts: Int32Array;
  /** [edges] */
  readonly tails: Int32Array;
  /** [edges], in (0, 1] */
  readonly weights: Float32Array;
}

/** As in umap-learn: how closely σ must meet its target, and in how many halvings. */
const TOLERANCE = 1e-5;
const HALVINGS = 64;
/** σ is at least this share of the mean distance. */
const LEAST_SCALE = 1e-3;

/**
 * How strongly each row holds on to each of its neighbours, [rows × k] in (0, 1]:
 * exp(−max(0, d − ρ) / σ) with d = 1 − cosine, ρ the smallest positive distance and σ such that they
 * sum to log₂(k + 1) (McInnes et al. 2018, arXiv:1802.03426, §3.1). The row itself counts among the
 * k + 1 that UMAP calls its neighbours.
 */
export function memberships({ k, cosines }: Pick<Neighbours, 'k' | 'cosines'>): Float32Array {
  const strengths = new Float32Array(cosines.length);
  const overall = cosines.reduce((sum, cosine) => sum + 1 - cosine, 0) / (cosines.length || 1);
  const distances = new Float64Array(k);
  for (let first = 0; first < cosines.length; first += k) {
    let nearest = Infinity;
    let sum = 0;
    for (let i = 0; i < k; i++) {
      const distance = Math.max(0, 1 - cosines[first + i]!);
      distances[i] = distance;
      sum += distance;
      if (distance > 0 && distance < nearest) nearest = distance;
    }
    const rho = nearest === Infinity ? 0 : nearest;
    const least = LEAST_SCALE * (rho > 0 ? sum / k : overall);
    const sigma = Math.max(sigmaOf(distances, rho, Math.log2(k + 1)), least);
    for (let i = 0; i < k; i++) {
      const beyond = distances[i]! - rho;
      strengths[first + i] = beyond <= 0 || sigma === 0 ? 1 : Math.exp(-beyond / sigma);
    }
  }
  return strengths;
}

/** σ with Σ exp(−max(0, d − ρ) / σ) = target, by bisection. */
function sigmaOf(distances: Float64Array, rho: number, target: number): number {
  let low = 0;
  let high = Infinity;
  let sigma = 1;
  for (let halving = 0; halving < HALVINGS; halving++) {
    let sum = 0;
    for (const distance of distances) {
      sum += distance > rho ? Math.exp((rho - distance) / sigma) : 1;
    }
    if (Math.abs(sum - target) < TOLERANCE) break;
    if (sum > target) high = sigma;
    else low = sigma;
    sigma = high === Infinity ? sigma * 2 : (low + high) / 2;
  }
  return sigma;
}

/** The fuzzy union a + b − ab of what two rows hold on to each other (§3.1), for every pair of neighbours. */
export function fuzzyUnion({ k, indices }: Neighbours, strengths: Float32Array): Edges {
  const rows = k === 0 ? 0 : indices.length / k;
  const back = (from: number, to: number): number => {
    for (let i = to * k; i < (to + 1) * k; i++) if (indices[i] === from) return strengths[i]!;
    return 0;
  };
  const starts = new Int32Array(rows + 1);
  for (let i = 0; i < indices.length; i++) {
    const row = Math.floor(i / k);
    starts[row + 1]!++;
    if (back(row, indices[i]!) === 0) starts[indices[i]! + 1]!++;
  }
  for (let row = 0; row < rows; row++) starts[row + 1]! += starts[row]!;
  const tails = new Int32Array(starts[rows]!);
  const weights = new Float32Array(starts[rows]!);
  const next = starts.slice();
  const add = (from: number, to: number, weight: number): void => {
    const at = next[from]!++;
    tails[at] = to;
    weights[at] = weight;
  };
  for (let i = 0; i < indices.length; i++) {
    const row = Math.floor(i / k);
    const there = strengths[i]!;
    const returned = back(row, indices[i]!);
    add(row, indices[i]!, there + returned - there * returned);
    if (returned === 0) add(indices[i]!, row, there);
  }
  return { starts, tails, weights };
}
