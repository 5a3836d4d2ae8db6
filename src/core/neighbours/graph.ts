import { randomLcg } from 'd3';
import { EXACT_NEIGHBOURS_ROWS, RECALL_SAMPLE } from '../limits.ts';
import { cosines } from '../space/cosines.ts';
import { nearestInSteps, type Neighbours } from '../space/neighbours.ts';
import { TopK } from '../space/top-k.ts';
import type { Matrix } from '../space/types.ts';
import { wilson } from '../statistics/wilson.ts';
import { nearlyNearestInSteps } from './approximate.ts';
import { sampleRows, zeroRowsTogether } from './rows.ts';

/** Share of the exact neighbours that an approximate search found. */
export interface Recall {
  /** In [0, 1]. */
  readonly share: number;
  /** 95 %, Wilson's, with the neighbours of one row as one trial: no narrower than it should be. */
  readonly interval: readonly [number, number];
  /** Rows on which it was measured. */
  readonly sampled: number;
}

/** The nearest rows of every row, for everything that follows the space: computed once. */
export interface Graph extends Neighbours {
  /** Null where the search was exact. */
  readonly recall: Recall | null;
}

/** Neighbours of each row in the graph: one more than UMAP's usual 15 has, which counts the row itself. */
export const GRAPH_NEIGHBOURS = 15;

export interface GraphOptions {
  readonly seed: number;
  /** Rows up to which the search is exact. */
  readonly exactRows?: number;
}

/**
 * The graph of the 15 nearest of unit or zero rows: exact up to 20,000, beyond that approximate with
 * its recall measured on a seeded sample (docs/methods.md §8). Zero rows are each other's neighbours.
 * Yields the share of the work done, in (0, 1].
 */
export function* graphInSteps(
  matrix: Matrix,
  { seed, exactRows = EXACT_NEIGHBOURS_ROWS }: GraphOptions,
): Generator<number, Graph> {
  const known = zeroRowsTogether(matrix);
  if (known.rows <= exactRows) {
    const { k, indices, cosines } = yield* nearestInSteps(known, GRAPH_NEIGHBOURS);
    return { k, indices, cosines, recall: null };
  }
  const { k, indices, cosines } = yield* nearlyNearestInSteps(known, GRAPH_NEIGHBOURS, seed);
  const found = { k, indices, cosines };
  return { ...found, recall: measureRecall(known, found, seed) };
}

/** Compares the lists of a sample of rows with the exact ones; an equal cosine counts as found. */
export function measureRecall(matrix: Matrix, found: Neighbours, seed: number): Recall {
  const sample = sampleRows(matrix.rows, RECALL_SAMPLE, randomLcg(seed));
  const { k } = found;
  let hits = 0;
  for (const row of sample) {
    const floor = exactFloor(matrix, row, k);
    for (let i = row * k; i < (row + 1) * k; i++) if (found.cosines[i]! >= floor) hits++;
  }
  const share = hits / Math.max(1, sample.length * k);
  return { share, interval: wilson(share * sample.length, sample.length), sampled: sample.length };
}

/** The cosine of the k-th nearest other row. */
function exactFloor({ rows, dims, data }: Matrix, row: number, k: number): number {
  const best = new TopK(1, k);
  const all = cosines(data.subarray(row * dims, (row + 1) * dims), data, dims);
  for (let other = 0; other < rows; other++) {
    if (other !== row && all[other]! >= best.floors[0]!) best.offer(0, other, all[other]!);
  }
  return best.floors[0]!;
}
