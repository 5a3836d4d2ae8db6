import { cosines } from '../space/cosines.ts';
import type { Background } from './background.ts';
import { Columns } from './columns.ts';
import { evidenceRows, relatedness, type CosineTable } from './late-interaction.ts';
import { LeakageSearch, type LeakageFound } from './leakage.ts';
import { bestPassage, sharedBetween, sharesLittle } from './little-wording.ts';
import type { Placed } from './placed.ts';
import type { ReferenceNull } from './reference-null.ts';
import type { EvidenceRow } from './types.ts';
import type { Wording } from './wording.ts';

/** A pair against the reference. */
export interface Measured {
  readonly relatedness: number;
  readonly windowSize: number;
  /** Null without a reference or without passages; then the surplus is unknown as well. */
  readonly background: Background | null;
  /** √TF-IDF over the document's runs, in [0, 1]; 0 without a background. */
  readonly overlap: number;
}

/**
 * What is measured on a pair whatever else the corpus holds (docs/methods.md §§3.1–3.5, 3.8).
 * Relatedness and leakage are kept until one of the two leaves.
 */
export class Measures {
  readonly #dims: number;
  readonly #reference: ReferenceNull;
  readonly #wording: Wording;
  readonly #scores: Columns;
  readonly #leaks: Columns;
  readonly #searches = new WeakMap<Placed, LeakageSearch>();

  constructor(dims: number, reference: ReferenceNull, wording: Wording) {
    this.#dims = dims;
    this.#reference = reference;
    this.#wording = wording;
    this.#scores = new Columns((document, scenario) => {
      const table = this.#table(document, scenario);
      return relatedness(table, { start: 0, count: table.columns }, this.#size(document));
    });
    this.#leaks = new Columns((document, scenario) => (this.leakage(document, scenario) ? 1 : 0));
  }

  /** s(D, S), in [−1, 1]. */
  score(document: Placed, scenario: Placed): number {
    return this.#scores.get(document, scenario);
  }

  /** Percentile of s(D, S) among reference windows, in [0, 1]; null without a background. */
  percentile(document: Placed, scenario: Placed): number | null {
    const background = this.#reference.of(scenario, this.#size(document));
    return background?.relatedness.percentile(this.score(document, scenario)) ?? null;
  }

  /** Whether the document quotes the scenario. */
  leaks(document: Placed, scenario: Placed): boolean {
    return this.#leaks.get(document, scenario) === 1;
  }

  /** What shows that the document quotes the scenario; null if nothing does. */
  leakage(document: Placed, scenario: Placed): LeakageFound | null {
    let search = this.#searches.get(scenario);
    if (!search) {
      search = new LeakageSearch(scenario, this.#wording.reading(scenario), this.#dims);
      this.#searches.set(scenario, search);
    }
    return search.in(document, this.#wording.reading(document));
  }

  /** Function that measures documents against one scenario. */
  against(scenario: Placed): (document: Placed) => Measured {
    const overlap = this.#wording.overlapWith(scenario);
    return (document) => {
      const windowSize = this.#size(document);
      const background = this.#reference.of(scenario, windowSize);
      const passages = document.source.passages.length;
      const reading = this.#wording.reading(document);
      return {
        relatedness: this.score(document, scenario),
        windowSize,
        background,
        overlap: background ? overlap(reading, 0, passages, windowSize) : 0,
      };
    };
  }

  /** Whether a measured pair is related with little shared wording (§3.5); null without a background. */
  littleWording(document: Placed, scenario: Placed, measured: Measured): boolean | null {
    const { background, relatedness: score, overlap } = measured;
    if (!background) return null;
    if (!background.mayBeLittle(score, overlap)) return false;
    const [own, other] = [this.#wording.reading(scenario), this.#wording.reading(document)];
    const whole = { start: 0, count: document.source.passages.length };
    return sharesLittle(this.#table(document, scenario), own, other, whole);
  }

  /** The rows behind a relatedness. */
  rows(document: Placed, scenario: Placed): EvidenceRow[] {
    const table = this.#table(document, scenario);
    const [own, other] = [this.#wording.reading(scenario), this.#wording.reading(document)];
    return evidenceRows(table, this.#size(document)).map((row, p) => {
      const best = bestPassage(table, p, 0, table.columns);
      return { ...row, sharedLemmas: best === null ? 0 : sharedBetween(own, p, other, best) };
    });
  }

  /** Drops what was kept of a document or a scenario. */
  forget(placed: Placed): void {
    this.#scores.forget(placed);
    this.#leaks.forget(placed);
  }

  #size({ source }: Placed): number {
    return this.#reference.windowSize(source.passages.length);
  }

  #table(document: Placed, scenario: Placed): CosineTable {
    return {
      values: cosines(scenario.rows, document.rows, this.#dims),
      rows: scenario.source.passages.length,
      columns: document.source.passages.length,
    };
  }
}
