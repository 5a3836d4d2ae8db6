import { bisectLeft, bisectRight } from 'd3';
import { DrawnWindows, interval95, type Resamples } from './bootstrap.ts';
import type { NullDistribution } from './types.ts';

/** (#below + ½ #equal) / N of ascending `scores`, in [0, 1] (docs/methods.md §3.2). */
export function percentileOf(scores: Float32Array, score: number): number {
  const rounded = Math.fround(score);
  return (bisectLeft(scores, rounded) + bisectRight(scores, rounded)) / 2 / scores.length;
}

/**
 * One scenario's null for one window size: the scores of the reference windows, and for any score
 * its percentile with a 95 % interval. Scores are compared as the float32 numbers that
 * `distribution` carries, so that whoever receives it finds the same percentiles.
 */
export class Null {
  readonly #scores: Float32Array<ArrayBuffer>;
  readonly #resamples: Resamples;
  /** Owners of the windows in ascending order of their scores. */
  readonly #owners: readonly number[];
  /** Made with the first interval: percentiles do without. */
  #drawn: DrawnWindows | null = null;
  #totals = new Float64Array();
  readonly #intervals = new Map<number, readonly [number, number]>();

  /**
   * @param scores one per window, in any order; at least one
   * @param owners the window's document, one per window, in [0, resamples.documents); every
   *   document owns at least one window
   */
  constructor(scores: ArrayLike<number>, owners: ArrayLike<number>, resamples: Resamples) {
    const order = Array.from(scores, (_, i) => i).sort((a, b) => scores[a]! - scores[b]!);
    this.#scores = Float32Array.from(order, (i) => scores[i]!);
    this.#resamples = resamples;
    this.#owners = order.map((i) => owners[i]!);
  }

  /** A copy, free to be transferred. */
  get distribution(): NullDistribution {
    return { scores: this.#scores.slice(), documents: this.#resamples.documents };
  }

  percentile(score: number): number {
    return percentileOf(this.#scores, score);
  }

  /**
   * 95 % interval of the percentile of `score` from resampling reference documents, not windows:
   * scores within a document correlate (docs/methods.md §3.2). It depends on the score only
   * through its rank, so each rank is computed once. See `resolution` for its ends.
   */
  interval(score: number): readonly [number, number] {
    const rounded = Math.fround(score);
    const below = bisectLeft(this.#scores, rounded);
    const notAbove = bisectRight(this.#scores, rounded);
    const rank = below + notAbove;
    let interval = this.#intervals.get(rank);
    if (!interval) {
      interval = this.#bootstrap(below, notAbove);
      this.#intervals.set(rank, interval);
    }
    return interval;
  }

  #bootstrap(below: number, notAbove: number): readonly [number, number] {
    if (!this.#drawn) {
      this.#drawn = new DrawnWindows(this.#resamples, this.#owners);
      this.#totals = this.#drawn.among(this.#scores.length);
    }
    const lower = this.#drawn.among(below);
    const upper = notAbove === below ? lower : this.#drawn.among(notAbove);
    const [low, high] = interval95(
      this.#totals.map((total, b) => (lower[b]! + upper[b]!) / 2 / total),
    );
    const { lowest, highest } = resolution(this.#resamples.documents);
    return [Math.min(low, lowest), Math.max(high, highest)];
  }
}

/**
 * What n documents can tell apart at 95 %: above all of them, the share below may still be as
 * small as .025^(1/n) (Clopper & Pearson 1934, for n of n). A bootstrap cannot see this: beyond
 * the last score every resample agrees and its interval would be [1, 1].
 */
export function resolution(documents: number): { lowest: number; highest: number } {
  const lowest = 0.025 ** (1 / documents);
  return { lowest, highest: 1 - lowest };
}
