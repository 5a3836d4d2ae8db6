import { ascending, quantile, randomLcg } from 'd3';
import { HUB_ITEMS, HUB_RANDOM_LISTS } from '../limits.ts';
import { kOccurrence, skewness } from '../space/hubness.ts';
import { TopK } from '../space/top-k.ts';
import type { Placed } from './placed.ts';
import type { Hubs } from './types.ts';

/** Documents named in a hub warning at most. */
const MOST_HUBS = 5;

/** Relatedness of a pair, in [−1, 1]. */
export type Score = (document: Placed, scenario: Placed) => number;

/**
 * Where documents and scenarios stand among each other (docs/methods.md §3.7): what CSLS takes off
 * a relatedness, and which documents are among the nearest of many scenarios. Everything is null
 * below 10 training documents or 10 scenarios. Ties go by id.
 */
export class Standings {
  /** Null where there are too few. */
  readonly hubs: Hubs | null;
  readonly #documents: readonly Placed[];
  readonly #scenarios: readonly Placed[];
  readonly #score: Score;
  readonly #lists = new Map<Placed, number>();
  readonly #near = new WeakMap<Placed, number>();

  /**
   * @param documents training documents
   * @param seed of the random lists
   */
  constructor(
    documents: readonly Placed[],
    scenarios: readonly Placed[],
    score: Score,
    seed: number,
  ) {
    this.#documents = byId(documents);
    this.#scenarios = byId(scenarios);
    this.#score = score;
    this.hubs =
      documents.length < HUB_ITEMS || scenarios.length < HUB_ITEMS ? null : this.#findHubs(seed);
  }

  /**
   * CSLS(D, S) = 2 s(D, S) − r(S) − r(D), with r(S) the mean relatedness of the k documents nearest
   * to S, r(D) that of the k scenarios nearest to D, and k = min(10, ⌊n / 2⌋) of the n on that side
   * (Lample et al. 2018, arXiv:1710.04087). It compares documents of one scenario, never scenarios.
   *
   * @param scenario of the corpus or not
   */
  csls(document: Placed, scenario: Placed): number | null {
    if (!this.hubs) return null;
    const toScenario = this.#nearness(scenario, () =>
      this.#documents.map((other) => this.#score(other, scenario)),
    );
    const toDocument = this.#nearness(document, () =>
      this.#scenarios.map((other) => this.#score(document, other)),
    );
    return 2 * this.#score(document, scenario) - toScenario - toDocument;
  }

  /** In how many scenarios' lists of nearest documents a document stands. */
  lists(document: Placed): number | null {
    return this.hubs && (this.#lists.get(document) ?? 0);
  }

  #nearness(placed: Placed, scores: () => number[]): number {
    let near = this.#near.get(placed);
    if (near === undefined) {
      near = meanOfLargest(scores());
      this.#near.set(placed, near);
    }
    return near;
  }

  #findHubs(seed: number): Hubs {
    const n = this.#documents.length;
    const k = listLength(n);
    const lists = this.#scenarios.map((scenario) => {
      const best = new TopK(1, k);
      this.#documents.forEach((document, i) => best.offer(0, i, this.#score(document, scenario)));
      return best.indices;
    });
    const occurrence = kOccurrence(lists, n);
    this.#documents.forEach((document, i) => this.#lists.set(document, occurrence[i]!));
    const most = Array.from(occurrence, (count, i) => ({ i, count }))
      .filter(({ count }) => count > 1)
      .sort((a, b) => b.count - a.count || a.i - b.i)
      .slice(0, MOST_HUBS)
      .map(({ i, count }) => ({ document: this.#documents[i]!.source.id, lists: count }));
    const skew = skewness(occurrence);
    const limit = randomSkewness({ lists: lists.length, k, n }, seed);
    return { skewness: skew, limit, warning: skew > limit, k, most };
  }
}

/** k = min(10, ⌊n / 2⌋). */
export function listLength(n: number): number {
  return Math.min(HUB_ITEMS, Math.floor(n / 2));
}

/** Mean of the `listLength` largest values, which are sorted in place; 0 where that is none. */
export function meanOfLargest(values: number[]): number {
  const k = listLength(values.length);
  values.sort((a, b) => b - a);
  let sum = 0;
  for (let i = 0; i < k; i++) sum += values[i]!;
  return k === 0 ? 0 : sum / k;
}

/** 99th percentile of the k-occurrence skewness of 200 sets of random lists: k of n items each. */
export function randomSkewness(
  { lists, k, n }: { lists: number; k: number; n: number },
  seed: number,
): number {
  const random = randomLcg(seed);
  const items = Uint32Array.from({ length: n }, (_, i) => i);
  // Partial Fisher–Yates: k swaps give a random list, whatever order the last one left.
  const draw = (): Uint32Array => {
    for (let i = 0; i < k; i++) {
      const j = i + Math.floor(random() * (n - i));
      [items[i], items[j]] = [items[j]!, items[i]!];
    }
    return items.slice(0, k);
  };
  const skews = Array.from({ length: HUB_RANDOM_LISTS }, () =>
    skewness(kOccurrence(Array.from({ length: lists }, draw), n)),
  );
  return quantile(skews, 0.99)!;
}

function byId(documents: readonly Placed[]): Placed[] {
  return documents.toSorted((a, b) => ascending(a.source.id, b.source.id));
}
