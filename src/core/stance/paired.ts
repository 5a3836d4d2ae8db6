import { normaliseRows } from '../space/matrix.ts';
import type { Features } from './features.ts';

/** What twins differ by, and which of them are held out together. */
export interface Differences {
  readonly dims: number;
  /** e(pᵢ⁺) − e(pᵢ⁻) of each twin, [twins × dims] */
  readonly rows: Float64Array<ArrayBuffer>;
  /** Topic of each twin, in [0, topicCount) */
  readonly topics: Int32Array<ArrayBuffer>;
  readonly topicCount: number;
}

/** A pair of rows of `Features`: positive, negative. */
export type RowPair = readonly [number, number];

/** Differences of pairs of rows. @param topics of each pair, in [0, topicCount) */
export function differences(
  { dims, rows }: Features,
  pairs: readonly RowPair[],
  topics: Int32Array<ArrayBuffer>,
  topicCount: number,
): Differences {
  const out = new Float64Array(pairs.length * dims);
  pairs.forEach(([positive, negative], i) => {
    for (let d = 0; d < dims; d++) {
      out[i * dims + d] = rows[positive * dims + d]! - rows[negative * dims + d]!;
    }
  });
  return { dims, rows: out, topics, topicCount };
}

/**
 * The paired axis normalise(meanᵢ dᵢ), [dims]; zeros if the differences cancel (concept activation
 * vectors, arXiv:1711.11279; persona vectors, arXiv:2507.21509; docs/methods.md §4).
 *
 * @param without a topic whose twins are left out
 */
export function pairedDirection(
  { dims, rows, topics }: Differences,
  without = -1,
): Float64Array<ArrayBuffer> {
  const sum = new Float64Array(dims);
  topics.forEach((topic, i) => {
    if (topic === without) return;
    for (let d = 0; d < dims; d++) sum[d]! += rows[i * dims + d]!;
  });
  return normaliseRows(sum, dims);
}

/** Held-out gap ⟨dᵢ, a⟩ of each twin on the axis learnt without its topic, [twins]. */
export function heldOutGaps(twins: Differences): Float64Array<ArrayBuffer> {
  const { dims, rows, topics, topicCount } = twins;
  const gaps = new Float64Array(topics.length);
  for (let topic = 0; topic < topicCount; topic++) {
    const axis = pairedDirection(twins, topic);
    topics.forEach((own, i) => {
      if (own !== topic) return;
      for (let d = 0; d < dims; d++) gaps[i]! += rows[i * dims + d]! * axis[d]!;
    });
  }
  return gaps;
}

/**
 * Mean held-out gap for any assignment of poles, refitted: with S the sum of signed differences and
 * Sₜ that of topic t, (1/n) Σₜ ⟨Sₜ, S − Sₜ⟩ / ‖S − Sₜ‖. The axis is linear in the signs, so a refit
 * costs one pass over the differences.
 */
export class MeanGap {
  readonly #twins: Differences;
  readonly #sums: Float64Array<ArrayBuffer>;
  readonly #total: Float64Array<ArrayBuffer>;

  constructor(twins: Differences) {
    this.#twins = twins;
    this.#sums = new Float64Array(twins.topicCount * twins.dims);
    this.#total = new Float64Array(twins.dims);
  }

  /** @param signs 1 as given or −1 for exchanged poles, [twins]; @returns 0 without twins */
  of(signs: Int8Array): number {
    const { topics, topicCount } = this.#twins;
    this.#add(signs);
    let sum = 0;
    for (let topic = 0; topic < topicCount; topic++) sum += this.#topicGap(topic);
    return topics.length === 0 ? 0 : sum / topics.length;
  }

  #add(signs: Int8Array): void {
    const { dims, rows, topics } = this.#twins;
    const [sums, total] = [this.#sums.fill(0), this.#total.fill(0)];
    for (let i = 0; i < topics.length; i++) {
      const sign = signs[i]!;
      const start = topics[i]! * dims;
      for (let d = 0; d < dims; d++) {
        sums[start + d]! += sign * rows[i * dims + d]!;
      }
    }
    for (let i = 0; i < sums.length; i++) total[i % dims]! += sums[i]!;
  }

  #topicGap(topic: number): number {
    const { dims } = this.#twins;
    let product = 0;
    let squares = 0;
    for (let d = 0; d < dims; d++) {
      const own = this.#sums[topic * dims + d]!;
      const others = this.#total[d]! - own;
      product += own * others;
      squares += others * others;
    }
    const norm = Math.sqrt(squares);
    return norm < SHORTEST_AXIS ? 0 : product / norm;
  }
}

/** As `normaliseRows` has it: shorter sums are rounding, not a direction. */
const SHORTEST_AXIS = 1e-6;
