import type { Counts, Frequencies } from './frequencies.ts';
import { rangeOf, type Reading } from './reading.ts';
import { Tfidf } from './tfidf.ts';

/**
 * √TF-IDF of stretches of texts with one scenario, the regressor of the semantic surplus
 * (docs/methods.md §3.4). Its idf comes from the reference alone, so that it does not depend on what else
 * was loaded; a lemma that the reference does not use has df = 0.
 */
export class Overlap {
  readonly #tfidf: Tfidf;
  readonly #norms = new WeakMap<Reading, Map<number, Float64Array>>();

  /** @param reference document frequencies of the reference */
  constructor(reference: Frequencies) {
    this.#tfidf = new Tfidf(reference);
  }

  /**
   * Function from a contiguous stretch of a text's passages to its √TF-IDF cosine with the
   * scenario, in [0, 1]: the mean over the stretch's runs of `size` passages, as relatedness is
   * taken (§3.2). 0 without lemmas on either side.
   */
  with(scenario: Counts): (text: Reading, start: number, count: number, size: number) => number {
    const weights = new Map<number, number>();
    for (const [id, weight] of this.#tfidf.weights(scenario)) {
      weights.set(id, weight * this.#tfidf.idf(id));
    }
    return (text, start, count, size) => {
      const length = Math.min(size, count);
      const runs = count - length + 1;
      const norms = this.#normsOf(text, length);
      const products = Array.from({ length: count }, (_, i) => product(weights, text, start + i));
      let sum = 0;
      for (let run = 0; run < runs; run++) {
        let dot = 0;
        for (let i = run; i < run + length; i++) dot += products[i]!;
        if (dot > 0) sum += Math.sqrt(Math.min(1, dot / norms[start + run]!));
      }
      return sum / runs;
    };
  }

  /** Lengths of the TF-IDF vectors of all runs of `size` passages, by their first passage. */
  #normsOf(text: Reading, size: number): Float64Array {
    const known = this.#norms.get(text) ?? new Map<number, Float64Array>();
    this.#norms.set(text, known);
    let norms = known.get(size);
    if (!norms) {
      norms = new Float64Array(text.lemmas.ends.length - size + 1);
      for (let start = 0; start < norms.length; start++)
        norms[start] = this.#norm(text, start, size);
      known.set(size, norms);
    }
    return norms;
  }

  #norm({ lemmas }: Reading, start: number, size: number): number {
    const [from] = rangeOf(lemmas, start);
    const [, to] = rangeOf(lemmas, start + size - 1);
    const counts = new Map<number, number>();
    for (let i = from; i < to; i++) {
      counts.set(lemmas.ids[i]!, (counts.get(lemmas.ids[i]!) ?? 0) + 1);
    }
    let squares = 0;
    for (const [id, uses] of counts) squares += (uses * this.#tfidf.idf(id)) ** 2;
    return Math.sqrt(squares);
  }
}

function product(
  weights: ReadonlyMap<number, number>,
  { lemmas }: Reading,
  passage: number,
): number {
  const [from, to] = rangeOf(lemmas, passage);
  let sum = 0;
  for (let i = from; i < to; i++) sum += weights.get(lemmas.ids[i]!) ?? 0;
  return sum;
}
