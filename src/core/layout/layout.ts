import type { Matrix } from '../space/types.ts';
import { pca } from './pca.ts';
import { faceAsBefore } from './facing.ts';
import { indexPositions } from './spatial-index.ts';
import { umap } from './umap.ts';

/** PCA is the default; UMAP comes with its warning (docs/methods.md §8). */
export type LayoutMethod = 'pca' | 'umap';

/** A picture of the space. Only ever drawn: nothing is computed from positions. */
export interface Layout {
  /** [rows × 2] */
  readonly positions: Float32Array<ArrayBuffer>;
  /** Spatial index over the positions; `openIndex` opens it. */
  readonly index: ArrayBuffer;
  /** Share of the variance that each axis explains; null where axes mean nothing. */
  readonly explained: readonly number[] | null;
  /** Rows that the method itself laid out; if fewer than all, the rest stands beside these. */
  readonly laidOut: number;
}

/** Called between steps with the work done and the whole, in per cent; cancels by throwing. */
export type OnStep = (done: number, total: number) => void | Promise<void>;

export interface LayoutOptions {
  readonly method: LayoutMethod;
  readonly seed: number;
  /** [rows × 2], where the same rows stand in the picture on screen, NaN for new ones. */
  readonly before: Float32Array | null;
}

/**
 * Lays out unit or zero rows in the plane; any number of rows, none included. The same rows in the
 * same order with the same seed give the same picture, but for the way that the axes of PCA face,
 * which they keep from the picture before.
 */
export async function layOut(
  matrix: Matrix,
  { method, seed, before }: LayoutOptions,
  onStep: OnStep = () => {},
): Promise<Layout> {
  if (method === 'pca') {
    const { positions, explained } = pca(matrix, 2);
    if (before) faceAsBefore(positions, before);
    return { positions, index: indexPositions(positions), explained, laidOut: matrix.rows };
  }
  const embedding = await umap(matrix, seed, (share) => onStep(Math.round(share * 100), 100));
  return { ...embedding, index: indexPositions(embedding.positions), explained: null };
}
