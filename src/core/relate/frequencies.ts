/** A text as counted lemmas, by number, in order of first use. */
export interface Counts {
  readonly terms: Uint32Array<ArrayBuffer>;
  /** How often each is used, at least 1. */
  readonly counts: Uint32Array<ArrayBuffer>;
  /** Uses of lemmas in all: the text's length. */
  readonly length: number;
}

/** Counts the lemmas of a text. */
export function count(lemmas: readonly number[] | Uint32Array): Counts {
  const counted = new Map<number, number>();
  for (const id of lemmas) counted.set(id, (counted.get(id) ?? 0) + 1);
  return {
    terms: Uint32Array.from(counted.keys()),
    counts: Uint32Array.from(counted.values()),
    length: lemmas.length,
  };
}

/**
 * In how many texts of a changing set each lemma stands: the common ground of TF-IDF and BM25. Sums
 * of whole numbers, so that the order of coming and going leaves no trace.
 */
export class Frequencies {
  readonly #in: number[] = [];
  #texts = 0;
  #lemmas = 0;
  #revision = 0;

  /** Grows with every change. */
  get revision(): number {
    return this.#revision;
  }

  /** N: texts in the set. */
  get texts(): number {
    return this.#texts;
  }

  /** Mean length of the texts in lemmas; 0 without any. */
  get meanLength(): number {
    return this.#texts === 0 ? 0 : this.#lemmas / this.#texts;
  }

  add(text: Counts): void {
    this.#change(text, 1);
  }

  /** Takes out a text that was added. */
  remove(text: Counts): void {
    this.#change(text, -1);
  }

  /** df: texts that use a lemma; 0 for one that none does. */
  of(term: number): number {
    return this.#in[term] ?? 0;
  }

  #change({ terms, length }: Counts, sign: 1 | -1): void {
    for (const id of terms) this.#in[id] = (this.#in[id] ?? 0) + sign;
    this.#texts += sign;
    this.#lemmas += sign * length;
    this.#revision++;
  }
}
