import type { ReferenceDocument } from './types.ts';

/**
 * Genre-balanced mean μ of the reference, [dims]: the mean over genres of the mean over each genre's
 * passages, so that a genre of long texts does not move it (docs/methods.md §2). Zero rows (texts
 * without known tokens) are left out. Null without any row that counts.
 */
export function referenceCentre(
  reference: readonly ReferenceDocument[],
  dims: number,
): Float64Array<ArrayBuffer> | null {
  const genres = new Map<string, { sum: Float64Array; rows: number }>();
  for (const { genre, vectors } of reference) {
    const total = genres.get(genre) ?? { sum: new Float64Array(dims), rows: 0 };
    genres.set(genre, total);
    for (const passage of knownRows(vectors, dims)) {
      passage.forEach((value, i) => (total.sum[i]! += value));
      total.rows++;
    }
  }
  const used = [...genres.values()].filter(({ rows }) => rows > 0);
  if (used.length === 0) return null;
  const centre = new Float64Array(dims);
  for (const { sum, rows } of used) {
    for (let i = 0; i < dims; i++) centre[i]! += sum[i]! / rows / used.length;
  }
  return centre;
}

/**
 * The reference's passages around μ, one row each: √(n · w) (x − μ) with w = 1 / (genres · passages
 * of the genre), the weight that a passage has in μ, and n the number of passages. The mean of the
 * rows' outer products is therefore the genre-balanced covariance, and the rows stand for n
 * observations of it. Zero rows of the reference are left out, as from μ.
 */
export function balancedRows(
  reference: readonly ReferenceDocument[],
  dims: number,
  centre: Float64Array,
): Float64Array<ArrayBuffer>[] {
  const genres = new Map<string, Float32Array[]>();
  for (const { genre, vectors } of reference) {
    const rows = knownRows(vectors, dims);
    if (rows.length > 0) genres.set(genre, [...(genres.get(genre) ?? []), ...rows]);
  }
  const total = [...genres.values()].reduce((sum, rows) => sum + rows.length, 0);
  return [...genres.values()].flatMap((rows) => {
    const scale = Math.sqrt(total / genres.size / rows.length);
    return rows.map((row) => Float64Array.from(row, (value, i) => scale * (value - centre[i]!)));
  });
}

function knownRows(vectors: Float32Array, dims: number): Float32Array[] {
  return Array.from({ length: vectors.length / dims }, (_, r) =>
    vectors.subarray(r * dims, (r + 1) * dims),
  ).filter((row) => row.some((value) => value !== 0));
}
