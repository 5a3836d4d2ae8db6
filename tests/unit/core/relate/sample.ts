import { randomLcg, randomNormal } from 'd3';
import type { Role } from '../../../../src/core/corpus/model.ts';
import type { EmbeddedDocument, ReferenceDocument } from '../../../../src/core/space/types.ts';
import { unitMatrix } from '../space/rows.ts';

export const DIMS = 24;

/** A source of texts as an encoder would place them: passages vary around their document. */
export class Author {
  readonly #normal: () => number;

  constructor(seed: number) {
    this.#normal = randomNormal.source(randomLcg(seed))();
  }

  direction(): number[] {
    return Array.from({ length: DIMS }, this.#normal);
  }

  /** Passages that share a document's direction with weight 1. */
  passages(count: number): number[][] {
    const document = this.direction();
    return Array.from({ length: count }, () => this.near(document));
  }

  near(direction: readonly number[], noise = 1): number[] {
    return direction.map((value) => value + noise * this.#normal());
  }

  reference(count: number, passages: number): ReferenceDocument[] {
    return Array.from({ length: count }, (_, i) => {
      const { vectors, passages: spans } = document(`r${i}`, 'training', this.passages(passages));
      return {
        genre: `genre ${i % 10}`,
        text: `neutral text number ${i}`,
        passages: spans,
        vectors,
      };
    });
  }
}

/** Texts of made-up words, common ones more often, so that any two share some by chance. */
export class Writer {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = randomLcg(seed);
  }

  words(count: number): string {
    return Array.from({ length: count }, () => `word${letters(400 * this.#random() ** 3)}`).join(
      ' ',
    );
  }

  /** A document of passages of 40 words each, with these directions. */
  document(id: string, role: Role, rows: readonly (readonly number[])[]): EmbeddedDocument {
    const passages = rows.map(() => this.words(40));
    let start = 0;
    const spans = passages.map((passage) => {
      const span = { start, end: start + passage.length };
      start = span.end + 1;
      return span;
    });
    return { ...document(id, role, rows, passages.join('\n')), passages: spans };
  }

  /** Reference documents of three passages. */
  reference(count: number, author: Author): ReferenceDocument[] {
    return Array.from({ length: count }, (_, i) => {
      const { text, passages, vectors } = this.document(`r${i}`, 'training', author.passages(3));
      return { genre: `genre ${i % 10}`, text, passages, vectors };
    });
  }
}

/** A number in letters: digits would be no content. */
function letters(value: number): string {
  return [...String(Math.floor(value))].map((digit) => 'bcdfghjklm'[Number(digit)]).join('');
}

/** A document whose passages have these directions. */
export function document(
  id: string,
  role: Role,
  rows: readonly (readonly number[])[],
  text = '',
  title = id,
): EmbeddedDocument {
  const passages = rows.map((_, start) => ({ start, end: start + 1 }));
  return { id, role, title, text, passages, vectors: unitMatrix(rows).data };
}
