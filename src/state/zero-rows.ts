import { countZeroRows } from '../core/space/matrix.ts';
import type { Unplaced } from './notices.svelte.ts';

/** Counts the passages that have no direction, by document. */
export class ZeroRows {
  readonly #rows = new Map<string, number>();

  clear(): void {
    this.#rows.clear();
  }

  /** Takes in a document's vectors, [passages × dims]. */
  count(id: string, vectors: Float32Array, dims: number): void {
    const rows = countZeroRows(vectors, dims);
    if (rows > 0) this.#rows.set(id, rows);
  }

  among(documents: ReadonlySet<string>): Unplaced {
    const counts = Array.from(this.#rows).filter(([id]) => documents.has(id));
    return {
      passages: counts.reduce((sum, [, rows]) => sum + rows, 0),
      documents: counts.length,
    };
  }
}
