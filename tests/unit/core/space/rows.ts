import { randomLcg, randomNormal } from 'd3';
import { normaliseRows } from '../../../../src/core/space/matrix.ts';
import type { Matrix } from '../../../../src/core/space/types.ts';

/** Rows as a matrix, normalised to unit length. */
export function unitMatrix(rows: readonly (readonly number[])[]): Matrix {
  const dims = rows[0]?.length ?? 1;
  return { rows: rows.length, dims, data: normaliseRows(Float32Array.from(rows.flat()), dims) };
}

/** `rows` random directions, the same for the same seed. */
export function randomRows(rows: number, dims: number, seed: number): Matrix {
  const normal = randomNormal.source(randomLcg(seed))();
  const data = Float32Array.from({ length: rows * dims }, () => normal());
  return { rows, dims, data: normaliseRows(data, dims) };
}
