import type { Corpus, Document, Span } from '../core/corpus/model.ts';
import type { Unplaced } from './notices.svelte.ts';
import { ZeroRows } from './zero-rows.ts';

/** What is known of an encoder's vectors: those of documents, and the passages that they are of. */
export class KnownVectors {
  readonly #vectors = new Map<string, Float32Array<ArrayBuffer>>();
  /** Where they are not the document's own: vectors that came along may be of whole texts. */
  readonly #passages = new Map<string, readonly Span[]>();
  readonly #zeroRows = new ZeroRows();

  clear(): void {
    this.#vectors.clear();
    this.#passages.clear();
    this.#zeroRows.clear();
  }

  has(id: string): boolean {
    return this.#vectors.has(id);
  }

  /** The vectors of a document, [passages × dims]; undefined where it has none yet. */
  of(id: string): Float32Array<ArrayBuffer> | undefined {
    return this.#vectors.get(id);
  }

  /**
   * Takes in a document's vectors, [passages × dims].
   * @param passages that they are of, where these are not the document's own
   */
  keep(
    id: string,
    vectors: Float32Array<ArrayBuffer>,
    dims: number,
    passages?: readonly Span[],
  ): void {
    this.#vectors.set(id, vectors);
    if (passages) this.#passages.set(id, passages);
    this.#zeroRows.count(id, vectors, dims);
  }

  /** A document with the passages that its vectors are of. */
  cut(document: Document): Document {
    const passages = this.#passages.get(document.id);
    return passages ? { ...document, passages } : document;
  }

  /** A corpus with the passages that vectors are of; the same corpus where these are its own. */
  cutAll(corpus: Corpus): Corpus {
    if (this.#passages.size === 0) return corpus;
    const documents = Array.from(
      corpus.documents,
      ([id, document]) => [id, this.cut(document)] as const,
    );
    return { ...corpus, documents: new Map(documents) };
  }

  /** Passages and documents, of some, that have no direction. */
  unplacedAmong(ids: ReadonlySet<string>): Unplaced {
    return this.#zeroRows.among(ids);
  }
}
