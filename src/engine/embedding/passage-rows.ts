import type { Document } from '../../core/corpus/model.ts';

export type Passages = Pick<Document, 'id' | 'text' | 'passages'>;

interface Place {
  readonly document: Filling;
  readonly row: number;
}

interface Filling {
  readonly id: string;
  readonly vectors: Float32Array<ArrayBuffer>;
  left: number;
}

/**
 * Puts vectors where they belong as they come, in any order. Passages with the same text are one text
 * here: it is embedded once, wherever it stands.
 */
export class PassageRows {
  /** Each different text once, in the order of its first passage. */
  readonly texts: readonly string[];
  /** Passages in all. */
  readonly total: number;
  readonly #places: readonly (readonly Place[])[];
  readonly #dims: number;
  readonly #finish: (id: string, vectors: Float32Array<ArrayBuffer>) => void;
  #done = 0;

  /** @param finish is told of each document as soon as all its passages are there, [passages × dims] */
  constructor(
    documents: readonly Passages[],
    dims: number,
    finish: (id: string, vectors: Float32Array<ArrayBuffer>) => void,
  ) {
    const places = new Map<string, Place[]>();
    let total = 0;
    for (const { id, text, passages } of documents) {
      const vectors = new Float32Array(passages.length * dims);
      const document = { id, vectors, left: passages.length };
      for (const [row, { start, end }] of passages.entries()) {
        const passage = text.slice(start, end);
        const known = places.get(passage);
        if (known) known.push({ document, row });
        else places.set(passage, [{ document, row }]);
      }
      total += passages.length;
      if (passages.length === 0) finish(id, vectors);
    }
    this.texts = [...places.keys()];
    this.total = total;
    this.#places = [...places.values()];
    this.#dims = dims;
    this.#finish = finish;
  }

  /** Passages whose vector is there. */
  get done(): number {
    return this.#done;
  }

  /** Takes the vectors of texts, [texts × dims]. @param texts indexes in `texts`, each once at most */
  set(texts: readonly number[], vectors: Float32Array): void {
    for (const [index, text] of texts.entries()) {
      const vector = vectors.subarray(index * this.#dims, (index + 1) * this.#dims);
      for (const { document, row } of this.#places[text] ?? []) {
        document.vectors.set(vector, row * this.#dims);
        this.#done++;
        if (--document.left === 0) this.#finish(document.id, document.vectors);
      }
    }
  }
}
