import { BOOTSTRAP_REPLICATES } from '../limits.ts';
import { cosines } from '../space/cosines.ts';
import { Background } from './background.ts';
import { resample, type Resamples } from './bootstrap.ts';
import { relatedness } from './late-interaction.ts';
import { sharesLittle } from './little-wording.ts';
import type { Placed } from './placed.ts';
import { largestWindowSize, windowsOf, type Window } from './windows.ts';
import type { Wording } from './wording.ts';

/** The reference's windows of one size, the same for every scenario. */
interface WindowSet {
  readonly windows: readonly Window[];
  /** Each window's document, counted among those that offer this size. */
  readonly owners: readonly number[];
  readonly resamples: Resamples;
}

/** Passages of the reference in the corrected space. */
export interface ReferenceRows {
  /** All reference passages, corrected, document by document. */
  readonly rows: Float32Array;
  /** Passages per reference document. */
  readonly lengths: readonly number[];
  readonly dims: number;
}

/** The reference as a background: makes the nulls of a scenario for a window size. */
export class ReferenceNull {
  /** Longest run of passages that nulls exist for; 0 without a reference. */
  readonly largest: number;
  readonly #reference: ReferenceRows;
  readonly #wording: Wording;
  readonly #seed: number;
  /** First passage of each document among all. */
  readonly #firsts: readonly number[];
  readonly #sets = new Map<number, WindowSet>();
  readonly #backgrounds = new WeakMap<Placed, Map<number, Background>>();

  /** @param wording that reads the same reference */
  constructor(reference: ReferenceRows, wording: Wording, seed: number) {
    this.#reference = reference;
    this.#wording = wording;
    this.#seed = seed;
    this.largest = largestWindowSize(reference.lengths);
    let first = 0;
    this.#firsts = reference.lengths.map((passages) => (first += passages) - passages);
  }

  /**
   * Window size that a text of `passages` is measured with: its own length, or the largest that
   * the reference offers; its own length without a reference (docs/methods.md §3.2).
   */
  windowSize(passages: number): number {
    return this.largest > 0 ? Math.min(passages, this.largest) : passages;
  }

  /**
   * The background of a scenario, remembered for as long as the scenario is; null without a
   * reference or without passages on either side.
   *
   * @param size as `windowSize` gave it
   */
  of(scenario: Placed, size: number): Background | null {
    if (this.largest === 0 || size === 0 || scenario.rows.length === 0) return null;
    const known = this.#backgrounds.get(scenario) ?? new Map<number, Background>();
    this.#backgrounds.set(scenario, known);
    const background = known.get(size) ?? this.#make(scenario, size);
    known.set(size, background);
    return background;
  }

  #make(scenario: Placed, size: number): Background {
    const { windows, owners, resamples } = this.#windows(size);
    const { rows, dims } = this.#reference;
    const table = {
      values: cosines(scenario.rows, rows, dims),
      rows: scenario.source.passages.length,
      columns: rows.length / dims,
    };
    const columns = windows.map(({ document, start }) => this.#firsts[document]! + start);
    const texts = this.#wording.reference;
    const overlap = this.#wording.overlapWith(scenario);
    const reading = this.#wording.reading(scenario);
    const scores = {
      relatedness: columns.map((start) => relatedness(table, { start, count: size }, size)),
      overlap: windows.map(({ document, start }) => overlap(texts[document]!, start, size, size)),
      owners,
    };
    return new Background(scores, resamples, (i) => {
      const { document, start } = windows[i]!;
      const stretch = { start, count: size, column: columns[i]! };
      return sharesLittle(table, reading, texts[document]!, stretch);
    });
  }

  #windows(size: number): WindowSet {
    const known = this.#sets.get(size);
    if (known) return known;
    const windows = windowsOf(this.#reference.lengths, size);
    const offering = [...new Set(windows.map(({ document }) => document))];
    const rank = new Map(offering.map((document, i) => [document, i]));
    const set = {
      windows,
      owners: windows.map(({ document }) => rank.get(document)!),
      resamples: resample(offering.length, BOOTSTRAP_REPLICATES, this.#seed),
    };
    this.#sets.set(size, set);
    return set;
  }
}
