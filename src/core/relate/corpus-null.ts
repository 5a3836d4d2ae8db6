import { bisectLeft, bisectRight } from 'd3';
import { CORPUS_MIN_DOCUMENTS } from '../limits.ts';
import type { Placed } from './placed.ts';

/**
 * One scenario's relatedness to the training documents of the corpus, as a background for each of
 * them: what quotes the scenario is left out, and of each document itself and its twin. It moves
 * with the corpus and is no substitute for the reference (docs/methods.md §3.2).
 */
export class CorpusNull {
  readonly #scores: ReadonlyMap<Placed, number>;
  readonly #ascending: Float64Array;

  /** @param scores of the documents with passages that do not quote the scenario, in any order */
  constructor(scores: ReadonlyMap<Placed, number>) {
    this.#scores = scores;
    this.#ascending = Float64Array.from(scores.values()).sort();
  }

  /**
   * (#below + ½ #equal) / n among the others, in [0, 1]; null if they are fewer than 30.
   *
   * @param twin of the document, if it has one
   */
  percentile(score: number, document: Placed, twin: Placed | null): number | null {
    let below = bisectLeft(this.#ascending, score);
    let equal = bisectRight(this.#ascending, score) - below;
    let n = this.#ascending.length;
    for (const left of twin && twin !== document ? [document, twin] : [document]) {
      const own = this.#scores.get(left);
      if (own === undefined) continue;
      n--;
      if (own < score) below--;
      else if (own === score) equal--;
    }
    return n < CORPUS_MIN_DOCUMENTS ? null : (below + equal / 2) / n;
  }
}
