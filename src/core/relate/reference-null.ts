import { BOOTSTRAP_REPLICATES } from '../limits.ts';
import { cosines } from '../space/cosines.ts';
import { resample, type Resamples } from './bootstrap.ts';
import { relatedness } from './late-interaction.ts';
import { Null } from './null.ts';
import { largestWindowSize, windowsOf } from './windows.ts';

/** The reference's windows of one size, the same for every scenario. */
interface WindowSet {
  /** First passage of each window among all reference passages. */
  readonly starts: number[];
  /** Each window's document, counted among those that offer this size. */
  readonly owners: number[];
  readonly resamples: Resamples;
}

/** The reference as a background: makes the null of a scenario for a window size. */
export class ReferenceNull {
  /** Longest run of passages that nulls exist for; 0 without a reference. */
  readonly largest: number;
  readonly #rows: Float32Array;
  readonly #lengths: readonly number[];
  readonly #dims: number;
  readonly #seed: number;
  readonly #sets = new Map<number, WindowSet>();
  readonly #nulls = new WeakMap<Float32Array, Map<number, Null>>();

  /**
   * @param rows all reference passages, corrected, document by document
   * @param lengths passages per reference document
   */
  constructor(rows: Float32Array, lengths: readonly number[], dims: number, seed: number) {
    this.#rows = rows;
    this.#lengths = lengths;
    this.#dims = dims;
    this.#seed = seed;
    this.largest = largestWindowSize(lengths);
  }

  /**
   * Window size that a text of `passages` is measured with: its own length, or the largest that
   * the reference offers; its own length without a reference (docs/methods.md §3.2).
   */
  windowSize(passages: number): number {
    return this.largest > 0 ? Math.min(passages, this.largest) : passages;
  }

  /**
   * The null of a scenario, remembered for as long as the caller keeps the same array; null without
   * a reference or without passages on either side.
   *
   * @param scenario its corrected passages
   * @param size as `windowSize` gave it
   */
  of(scenario: Float32Array, size: number): Null | null {
    if (this.largest === 0 || size === 0 || scenario.length === 0) return null;
    const known = this.#nulls.get(scenario) ?? new Map<number, Null>();
    this.#nulls.set(scenario, known);
    const background = known.get(size) ?? this.#make(scenario, size);
    known.set(size, background);
    return background;
  }

  #make(scenario: Float32Array, size: number): Null {
    const { starts, owners, resamples } = this.#windows(size);
    const table = {
      values: cosines(scenario, this.#rows, this.#dims),
      rows: scenario.length / this.#dims,
      columns: this.#rows.length / this.#dims,
    };
    const scores = starts.map((start) => relatedness(table, { start, count: size }, size));
    return new Null(scores, owners, resamples);
  }

  #windows(size: number): WindowSet {
    const known = this.#sets.get(size);
    if (known) return known;
    const firsts: number[] = [];
    this.#lengths.reduce((first, passages, d) => (firsts[d] = first) + passages, 0);
    const windows = windowsOf(this.#lengths, size);
    const offering = [...new Set(windows.map(({ document }) => document))];
    const rank = new Map(offering.map((document, i) => [document, i]));
    const set = {
      starts: windows.map(({ document, start }) => firsts[document]! + start),
      owners: windows.map(({ document }) => rank.get(document)!),
      resamples: resample(offering.length, BOOTSTRAP_REPLICATES, this.#seed),
    };
    this.#sets.set(size, set);
    return set;
  }
}
