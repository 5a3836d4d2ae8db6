import type { Counts, Frequencies } from './frequencies.ts';

/** Unit vector of one text: weights of its lemmas, 0 for all others. */
export type Weights = ReadonlyMap<number, number>;

/**
 * TF-IDF over a set of texts that may change: raw term frequency times the smooth idf
 * ln((1 + N) / (1 + df)) + 1, vectors scaled to unit length. This is scikit-learn's default
 * (Pedregosa et al. 2011, `TfidfVectorizer`; docs/methods.md §3.3). A lemma of no text of the set has
 * df = 0, the largest idf. Sums run in each text's own order, so that no number depends on the
 * order in which texts were added.
 */
export class Tfidf {
  readonly #frequencies: Frequencies;
  readonly #idf: number[] = [];
  #revision = -1;

  constructor(frequencies: Frequencies) {
    this.#frequencies = frequencies;
  }

  idf(term: number): number {
    if (this.#revision !== this.#frequencies.revision) {
      this.#idf.length = 0;
      this.#revision = this.#frequencies.revision;
    }
    return (this.#idf[term] ??=
      Math.log((1 + this.#frequencies.texts) / (1 + this.#frequencies.of(term))) + 1);
  }

  /** A text's unit vector, valid until the set changes; empty if it has no lemmas. */
  weights({ terms, counts }: Counts): Weights {
    const norm = this.#norm({ terms, counts });
    return new Map(Array.from(terms, (id, i) => [id, (counts[i]! * this.idf(id)) / norm]));
  }

  /** Cosine in [0, 1] of a text with one whose weights are given; 0 if either has no lemmas. */
  cosine(weights: Weights, { terms, counts }: Counts): number {
    let sum = 0;
    for (let i = 0; i < terms.length; i++) {
      const weight = weights.get(terms[i]!);
      if (weight !== undefined) sum += weight * counts[i]! * this.idf(terms[i]!);
    }
    return sum === 0 ? 0 : Math.min(1, sum / this.#norm({ terms, counts }));
  }

  #norm({ terms, counts }: Pick<Counts, 'terms' | 'counts'>): number {
    let squares = 0;
    for (let i = 0; i < terms.length; i++) squares += (counts[i]! * this.idf(terms[i]!)) ** 2;
    return Math.sqrt(squares);
  }
}
