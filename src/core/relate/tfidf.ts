/** A text as counted lemmas: ids into the model's vocabulary, in order of first use. */
export interface Counts {
  readonly terms: Uint32Array<ArrayBuffer>;
  /** How often each is used, at least 1. */
  readonly counts: Uint32Array<ArrayBuffer>;
}

/**
 * TF-IDF over a set of texts that changes: raw term frequency times the smooth idf
 * ln((1 + n) / (1 + df)) + 1, vectors scaled to unit length. This is scikit-learn's default
 * (Pedregosa et al. 2011, `TfidfVectorizer`). Fitted on whatever was added and not removed, here
 * the reference and the corpus (docs/methods.md §3.3). A text that comes or goes only
 * changes document frequencies; the idf is taken anew when next asked for.
 */
export class Tfidf {
  readonly #ids = new Map<string, number>();
  readonly #documentFrequency: number[] = [];
  #documents = 0;
  #idf: Float64Array<ArrayBuffer> | null = null;

  /** Counts a text's lemmas and adds it to the fit. */
  add(lemmas: readonly string[]): Counts {
    const counted = new Map<number, number>();
    for (const lemma of lemmas) {
      const id = this.#id(lemma);
      counted.set(id, (counted.get(id) ?? 0) + 1);
    }
    const text = {
      terms: Uint32Array.from(counted.keys()),
      counts: Uint32Array.from(counted.values()),
    };
    this.#fit(text, 1);
    return text;
  }

  /** Takes a text that `add` counted out of the fit. */
  remove(text: Counts): void {
    this.#fit(text, -1);
  }

  /**
   * The text's unit vector, [vocabulary], for comparing it with many others: valid until the fit
   * changes. Zeros if it has no lemmas.
   */
  weights({ terms, counts }: Counts): Float64Array<ArrayBuffer> {
    const idf = this.#weigh();
    const weights = new Float64Array(idf.length);
    const norm = this.#norm({ terms, counts });
    terms.forEach((id, i) => (weights[id] = (counts[i]! * idf[id]!) / norm));
    return weights;
  }

  /** Weight of one lemma in what `weights` gave; 0 if the text does not use it. */
  weight(weights: Float64Array, lemma: string): number {
    return weights[this.#ids.get(lemma) ?? -1] ?? 0;
  }

  /**
   * Cosine in [0, 1] of a text with one whose weights are given; 0 if either has no lemmas. Summed
   * in the text's own order, so that it does not depend on the order in which texts were added.
   */
  cosine(weights: Float64Array, { terms, counts }: Counts): number {
    const idf = this.#weigh();
    let sum = 0;
    terms.forEach((id, i) => (sum += weights[id]! * counts[i]! * idf[id]!));
    return sum === 0 ? 0 : Math.min(1, sum / this.#norm({ terms, counts }));
  }

  #norm({ terms, counts }: Counts): number {
    const idf = this.#weigh();
    let squares = 0;
    terms.forEach((id, i) => (squares += (counts[i]! * idf[id]!) ** 2));
    return Math.sqrt(squares);
  }

  #weigh(): Float64Array<ArrayBuffer> {
    const n = this.#documents;
    this.#idf ??= Float64Array.from(
      this.#documentFrequency,
      (df) => Math.log((1 + n) / (1 + df)) + 1,
    );
    return this.#idf;
  }

  #fit({ terms }: Counts, sign: 1 | -1): void {
    for (const id of terms) this.#documentFrequency[id]! += sign;
    this.#documents += sign;
    this.#idf = null;
  }

  #id(lemma: string): number {
    let id = this.#ids.get(lemma);
    if (id === undefined) {
      id = this.#documentFrequency.push(0) - 1;
      this.#ids.set(lemma, id);
    }
    return id;
  }
}
