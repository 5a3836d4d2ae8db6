import { cosines } from '../space/cosines.ts';
import { TopK } from '../space/top-k.ts';
import type { Matrix, Unit } from '../space/types.ts';
import type { Placed } from './placed.ts';

/** The points of the space in insertion order, one row each. */
export interface Points {
  /** Document of each row. */
  readonly ids: string[];
  /** Passage of each row; null if the points are documents. */
  readonly passages: number[] | null;
  /** Corrected unit rows, a copy. */
  readonly matrix: Matrix;
}

/** A point near another one. */
export interface Neighbour {
  readonly document: string;
  /** Null if the points are documents. */
  readonly passage: number | null;
  /** In [−1, 1], float32. */
  readonly cosine: number;
}

/** Where the search for neighbours starts: a passage of a document, or the document (null). */
export interface Start {
  readonly document: Placed;
  readonly passage: number | null;
}

/** All points of one kind as one matrix. */
export function stack(documents: readonly Placed[], unit: Unit, dims: number): Points {
  const ids: string[] = [];
  const passages: number[] = [];
  for (const document of documents) {
    const rows = rowsOf(document, unit).length / dims;
    for (let passage = 0; passage < rows; passage++) {
      ids.push(document.source.id);
      passages.push(passage);
    }
  }
  return {
    ids,
    passages: unit === 'passages' ? passages : null,
    matrix: joined(
      documents.map((document) => rowsOf(document, unit)),
      dims,
    ),
  };
}

/** The corrected vectors of documents, one row each, a copy. */
export function vectorsOf(documents: readonly Placed[], dims: number): Matrix {
  return joined(
    documents.map(({ vector }) => vector),
    dims,
  );
}

/**
 * The exact `k` nearest points of one kind to a start, nearest first, ties in insertion order. Left
 * out is the start itself: the passage, its document among documents, and all its own passages if a
 * document is compared with passages.
 */
export function nearest(
  documents: readonly Placed[],
  unit: Unit,
  start: Start,
  k: number,
  dims: number,
): Neighbour[] {
  const { document: own, passage } = start;
  const query =
    passage === null ? own.vector : own.rows.subarray(passage * dims, (passage + 1) * dims);
  const points: { document: string; passage: number | null }[] = [];
  const best = new TopK(1, Math.max(0, k));
  for (const document of documents) {
    cosines(query, rowsOf(document, unit), dims).forEach((cosine, i) => {
      const isStart =
        document === own && (unit === 'documents' || passage === null || passage === i);
      if (!isStart) best.offer(0, points.length, cosine);
      points.push({ document: document.source.id, passage: unit === 'passages' ? i : null });
    });
  }
  return [...best.indices].flatMap((index, i) =>
    index < 0 ? [] : [{ ...points[index]!, cosine: best.cosines[i]! }],
  );
}

function rowsOf(document: Placed, unit: Unit): Float32Array<ArrayBuffer> {
  return unit === 'documents' ? document.vector : document.rows;
}

function joined(parts: readonly Float32Array[], dims: number): Matrix {
  const data = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    data.set(part, offset);
    offset += part.length;
  }
  return { rows: data.length / dims, dims, data };
}
