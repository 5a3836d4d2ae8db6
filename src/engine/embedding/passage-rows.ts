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
  readonly #texts: string[] = [];
  readonly #places: Place[][] = [];
  /** By text, its place in both. */
  readonly #known = new Map<string, number>();
  readonly #dims: number;
  readonly #finish: (id: string, vectors: Float32Array<ArrayBuffer>) => void;
  #total = 0;
  #done = 0;

  /** @param finish is told of each document as soon as all its passages are there, [passages × dims] */
  constructor(dims: number, finish: (id: string, vectors: Float32Array<ArrayBuffer>) => void) {
    this.#dims = dims;
    this.#finish = finish;
  }

  /** Takes in documents whose vectors are wanted; each text of theirs is cut out here. */
  add(documents: readonly Passages[]): void {
    for (const { id, text, passages } of documents) {
      const vectors = new Float32Array(passages.length * this.#dims);
      const document = { id, vectors, left: passages.length };
      for (const [row, { start, end }] of passages.entries()) {
        this.#place(text.slice(start, end), { document, row });
      }
      this.#total += passages.length;
      if (passages.length === 0) this.#finish(id, vectors);
    }
  }

  #place(text: string, place: Place): void {
    const known = this.#known.get(text);
    if (known !== undefined) this.#places[known]?.push(place);
    else {
      this.#known.set(text, this.#texts.length);
      this.#texts.push(text);
      this.#places.push([place]);
    }
  }

  /** Each different text once, in the order of its first passage. */
  get texts(): readonly string[] {
    return this.#texts;
  }

  /** Passages in all. */
  get total(): number {
    return this.#total;
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
