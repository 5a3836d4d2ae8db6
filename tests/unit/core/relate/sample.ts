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
