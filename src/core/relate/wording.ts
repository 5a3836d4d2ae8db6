import type { ReferenceDocument } from '../space/types.ts';
import { bm25 } from './bm25.ts';
import { Frequencies } from './frequencies.ts';
import { contentLemmas, type Lemma } from './lemmas.ts';
import { Overlap } from './overlap.ts';
import type { Placed } from './placed.ts';
import { Reader, type Reading } from './reading.ts';
import { sharedLemmas, type SharedLemmas } from './shared.ts';
import { Tfidf } from './tfidf.ts';

/**
 * Surface similarity over content lemmas (docs/methods.md §3.3): TF-IDF and BM25, fitted on the
 * reference and the corpus, and `Overlap`, fitted on the reference alone. Texts are read when a
 * number is first asked for, not when they come.
 */
export class Wording {
  /** The reference's texts, in its order. */
  readonly #reference: readonly ReferenceDocument[];
  #referenceReadings: readonly Reading[] | null = null;
  #overlap: Overlap | null = null;
  readonly #reader = new Reader();
  readonly #frequencies = new Frequencies();
  readonly #tfidf = new Tfidf(this.#frequencies);
  readonly #readings = new WeakMap<Placed, Reading>();
  readonly #uncounted = new Set<Placed>();
  readonly #counted = new Set<Placed>();

  constructor(reference: readonly ReferenceDocument[]) {
    this.#reference = reference;
  }

  /** Adds a document of the corpus to the fit. */
  add(document: Placed): void {
    this.#uncounted.add(document);
  }

  /** Takes it out again; ignored if it was not added. */
  remove(document: Placed): void {
    this.#uncounted.delete(document);
    if (this.#counted.delete(document)) this.#frequencies.remove(this.reading(document).counts);
  }

  /** A text, read; it need not be one that was added. */
  reading(document: Placed): Reading {
    let reading = this.#readings.get(document);
    if (!reading) {
      reading = this.#reader.read(document.source);
      this.#readings.set(document, reading);
    }
    return reading;
  }

  /** The reference's texts, read, in its order. */
  get reference(): readonly Reading[] {
    return (this.#referenceReadings ??= this.#reference.map((text) => this.#reader.read(text)));
  }

  /** Function from a text to its TF-IDF cosine with a scenario, in [0, 1]; valid until the next change. */
  tfidfWith(scenario: Placed): (document: Placed) => number {
    const weights = this.#fitted.weights(this.reading(scenario).counts);
    return (document) => this.#tfidf.cosine(weights, this.reading(document).counts);
  }

  /** Function from a text to its BM25 with a scenario as query, at least 0; valid until the next change. */
  bm25With(scenario: Placed): (document: Placed) => number {
    this.#count();
    const score = bm25(this.reading(scenario).counts, this.#frequencies);
    return (document) => score(this.reading(document).counts);
  }

  /** √TF-IDF of stretches of texts with a scenario; see `Overlap`. */
  overlapWith(scenario: Placed): ReturnType<Overlap['with']> {
    this.#overlap ??= new Overlap(this.#referenceFrequencies());
    return this.#overlap.with(this.reading(scenario).counts);
  }

  /** Shared lemmas of a document (first) and a scenario (second). */
  shared(document: Placed, scenario: Placed): SharedLemmas {
    const weights = [document, scenario].map((text) =>
      this.#fitted.weights(this.reading(text).counts),
    );
    const product = (lemma: string): number => {
      const id = this.#reader.lemmaId(lemma);
      return weights.reduce((weight, text) => weight * (text.get(id) ?? 0), 1);
    };
    return sharedLemmas(this.#lemmas(document), this.#lemmas(scenario), product);
  }

  /** TF-IDF once everything that was added is counted. */
  get #fitted(): Tfidf {
    this.#count();
    return this.#tfidf;
  }

  #count(): void {
    if (this.#frequencies.texts === 0) {
      for (const { counts } of this.reference) this.#frequencies.add(counts);
    }
    for (const document of this.#uncounted) {
      this.#frequencies.add(this.reading(document).counts);
      this.#counted.add(document);
    }
    this.#uncounted.clear();
  }

  #referenceFrequencies(): Frequencies {
    const frequencies = new Frequencies();
    for (const { counts } of this.reference) frequencies.add(counts);
    return frequencies;
  }

  #lemmas({ source }: Placed): Lemma[] {
    return contentLemmas(source.text, this.#reader.memo);
  }
}
