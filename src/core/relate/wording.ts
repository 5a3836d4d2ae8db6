import type { ReferenceDocument } from '../space/types.ts';
import { contentLemmas, type Lemma, type LemmaMemo } from './lemmas.ts';
import type { Placed } from './placed.ts';
import { sharedLemmas, type SharedLemmas } from './shared.ts';
import { Tfidf, type Counts } from './tfidf.ts';

/**
 * Surface similarity: TF-IDF over content lemmas, fitted on the reference and the corpus. Texts are
 * read when a number is first asked for, not when they come.
 */
export class Wording {
  readonly #tfidf = new Tfidf();
  readonly #memo: LemmaMemo = new Map();
  readonly #counts = new Map<Placed, Counts>();
  readonly #unread = new Set<Placed>();
  #unreadReference: readonly string[];

  constructor(reference: readonly ReferenceDocument[]) {
    this.#unreadReference = reference.map(({ text }) => text);
  }

  add(document: Placed): void {
    this.#unread.add(document);
  }

  remove(document: Placed): void {
    const counts = this.#counts.get(document);
    if (counts) this.#tfidf.remove(counts);
    this.#counts.delete(document);
    this.#unread.delete(document);
  }

  /** Function from documents of the corpus to their TF-IDF cosine with `scenario`, in [0, 1]. */
  cosineWith(scenario: Placed): (document: Placed) => number {
    const weights = this.#weights(scenario);
    return (document) => this.#tfidf.cosine(weights, this.#counts.get(document)!);
  }

  /** Shared lemmas of a document (first) and a scenario (second), both of the corpus. */
  shared(document: Placed, scenario: Placed): SharedLemmas {
    const [a, b] = [this.#weights(document), this.#weights(scenario)];
    const product = (lemma: string) => this.#tfidf.weight(a, lemma) * this.#tfidf.weight(b, lemma);
    return sharedLemmas(this.#lemmas(document), this.#lemmas(scenario), product);
  }

  #weights(document: Placed): Float64Array {
    this.#read();
    return this.#tfidf.weights(this.#counts.get(document)!);
  }

  #read(): void {
    for (const text of this.#unreadReference) this.#tfidf.add(words(text, this.#memo));
    this.#unreadReference = [];
    for (const document of this.#unread) {
      this.#counts.set(document, this.#tfidf.add(words(document.source.text, this.#memo)));
    }
    this.#unread.clear();
  }

  #lemmas({ source }: Placed): Lemma[] {
    return contentLemmas(source.text, this.#memo);
  }
}

function words(text: string, memo: LemmaMemo): string[] {
  return contentLemmas(text, memo).map(({ lemma }) => lemma);
}
