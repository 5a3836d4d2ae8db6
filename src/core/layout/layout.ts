import type { Matrix } from '../space/types.ts';
import { faceAsBefore } from './facing.ts';
import type { MappedSpace } from './mapped-space.ts';
import { pca, project, type Axes } from './pca.ts';
import { alignTo } from './procrustes.ts';
import { indexPositions } from './spatial-index.ts';

/** PCA is the default; UMAP comes with its warning (docs/methods.md §8). */
export type LayoutMethod = 'pca' | 'umap';

/** A picture of the space. Only ever drawn: nothing is computed from positions but how true they are. */
export interface Layout {
  /** [rows × 2] */
  readonly positions: Float32Array<ArrayBuffer>;
  /** Spatial index over the positions; `openIndex` opens it. */
  readonly index: ArrayBuffer;
  /** Share of the variance that each axis explains; null where axes mean nothing. */
  readonly explained: readonly number[] | null;
  /** What the axes are; null where they mean nothing. */
  readonly axes: Axes | null;
  /** [rows], 1 for rows that were put into a picture that had been laid out without them. */
  readonly placed: Uint8Array<ArrayBuffer>;
}

/** The picture on screen, as far as the same rows are in it. */
export interface Before {
  /** [rows × 2], NaN for rows that are new. */
  readonly positions: Float32Array;
  readonly method: LayoutMethod;
  readonly axes: Axes | null;
  /** [rows] */
  readonly placed: Uint8Array;
  /** Whether new rows may be placed into it: not if the space is another one, or if all is to be laid out again. */
  readonly keep: boolean;
}

/** Called between steps with the work done and the whole, in per cent, and a picture to look at meanwhile; cancels by throwing. */
export type OnStep = (
  done: number,
  total: number,
  positions?: Float32Array<ArrayBuffer>,
) => void | Promise<void>;

export interface LayoutOptions {
  readonly method: LayoutMethod;
  readonly seed: number;
  readonly before: Before | null;
}

/** Share of UMAP's time that the search for neighbours takes, about. */
const GRAPH_SHARE = 0.4;

/** Pictures that are shown while UMAP works, of points enough that it takes a while. */
const GLIMPSES = 10;
const GLIMPSES_FROM = 2000;

/**
 * Lays out any number of rows in the plane, none included. Where a picture is on screen, new rows
 * are placed into it and no other row moves, unless more than half of them would have been placed:
 * then all are laid out anew. A picture laid out anew is turned (PCA: its axes mirrored) to lie on
 * the one before; apart from that the same rows in the same order with the same seed give the same
 * picture.
 */
export async function layOut(
  space: MappedSpace,
  { method, seed, before }: LayoutOptions,
  onStep: OnStep = () => {},
): Promise<Layout> {
  const kept = before && canKeep(before, method) ? before : null;
  if (method === 'pca')
    return finished(kept ? placeByPca(space.matrix, kept) : layOutByPca(space.matrix, before));
  // Nobody downloads UMAP who does not ask for it.
  const code = await import('./umap/by-umap.ts');
  const { matrix } = space;
  if (kept) {
    const steps = code.placeInSteps(matrix, kept.positions, seed);
    let step = steps.next();
    for (; !step.done; step = steps.next()) {
      await onStep(Math.round(step.value * 100), 100);
    }
    return finished({ positions: step.value, placed: withNew(kept), explained: null, axes: null });
  }
  const graph = await space.graph((share) => onStep(Math.round(share * GRAPH_SHARE * 100), 100));
  const start = pca(matrix, 2).positions;
  const target = before?.positions ?? start;
  const steps = code.umapInSteps(graph, start, seed);
  let shown = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) {
    const { share, positions } = step.value;
    const glimpse = matrix.rows >= GLIMPSES_FROM && share < 1 && share * GLIMPSES >= shown + 1;
    if (glimpse) shown = Math.floor(share * GLIMPSES);
    const done = Math.round((GRAPH_SHARE + (1 - GRAPH_SHARE) * share) * 100);
    await onStep(done, 100, glimpse ? aligned(positions.slice(), target) : undefined);
  }
  const positions = aligned(step.value, target);
  return finished({ positions, placed: new Uint8Array(matrix.rows), explained: null, axes: null });
}

/** Whether at least half of the rows would stand where the method itself has put them. */
function canKeep({ keep, method: was, positions, placed }: Before, method: LayoutMethod): boolean {
  if (!keep || was !== method || placed.length === 0) return false;
  const laidOut = placed.reduce(
    (count, isPlaced, row) => count + (isPlaced || Number.isNaN(positions[2 * row]!) ? 0 : 1),
    0,
  );
  return 2 * laidOut >= placed.length;
}

type Picture = Omit<Layout, 'index'>;

function layOutByPca(matrix: Matrix, before: Before | null): Picture {
  const { positions, explained, axes } = pca(matrix, 2);
  const faced = before?.method === 'pca' ? faceAsBefore(positions, axes, before.positions) : axes;
  return { positions, explained, axes: faced, placed: new Uint8Array(matrix.rows) };
}

function placeByPca(matrix: Matrix, before: Before): Picture {
  if (!before.axes) return layOutByPca(matrix, before);
  const { positions, explained, axes } = project(matrix, before.axes, 2);
  return { positions, explained, axes, placed: withNew(before) };
}

function withNew({ positions, placed }: Before): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(placed, (was, row) => (was || Number.isNaN(positions[2 * row]!) ? 1 : 0));
}

function aligned(positions: Float32Array<ArrayBuffer>, target: Float32Array) {
  alignTo(positions, target);
  return positions;
}

function finished(picture: Picture): Layout {
  return { ...picture, index: indexPositions(picture.positions) };
}
