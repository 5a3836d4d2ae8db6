import type { ReferenceDocument } from '../../../../src/core/space/types.ts';

/** A reference text of one genre whose passages have these vectors. */
export function neutralText(genre: string, rows: readonly number[][]): ReferenceDocument {
  const span = { start: 0, end: 0 };
  const vectors = Float32Array.from(rows.flat());
  return { genre, text: '', passages: rows.map(() => span), vectors };
}
