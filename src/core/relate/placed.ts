import { AppError } from '../errors.ts';
import { correct, documentVector, type Correction } from '../space/correction.ts';
import type { EmbeddedDocument } from '../space/types.ts';
import { foldWords, type Searchable } from './search.ts';

/** A document of the corpus in the corrected space. */
export class Placed {
  readonly source: EmbeddedDocument;
  /** [passages × dims], corrected. */
  readonly rows: Float32Array<ArrayBuffer>;
  /** [dims], corrected. */
  readonly vector: Float32Array<ArrayBuffer>;
  #searchable: Searchable | null = null;

  /** @throws AppError `unexpected` if the vectors do not match the passages */
  constructor(source: EmbeddedDocument, dims: number, correction: Correction) {
    const { id, passages, vectors } = source;
    if (vectors.length !== passages.length * dims) {
      const message = `${id}: ${vectors.length} numbers for ${passages.length} × ${dims}`;
      throw new AppError('unexpected', { message });
    }
    this.source = source;
    this.rows = correct(vectors, dims, correction);
    this.vector = correct(documentVector(vectors, dims), dims, correction);
  }

  /** Made when first searched for: it is another copy of the text. */
  get searchable(): Searchable {
    const { id, title, text } = this.source;
    this.#searchable ??= { id, title: foldWords(title), text: foldWords(text) };
    return this.#searchable;
  }
}
