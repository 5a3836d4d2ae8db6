import { cosines } from './cosines.ts';
import { TopK } from './top-k.ts';
import type { Matrix } from './types.ts';

/** Nearest other rows, nearest first, ties by lower index. */
export interface Neighbours {
  /** Neighbours per row: what was asked for, or rows − 1 if there are no more. */
  readonly k: number;
  /** [rows × k] */
  readonly indices: Int32Array<ArrayBuffer>;
  /** [rows × k], in [−1, 1] */
  readonly cosines: Float32Array<ArrayBuffer>;
}

/** Rows a side of one tile: two tiles of 384 dims fit into a core's second-level cache. */
const BLOCK = 128;

/** The exact `k` nearest other rows of every row, of unit or zero rows, in one go. */
export function nearestOfAll(matrix: Matrix, k: number): Neighbours {
  const steps = nearestInSteps(matrix, k);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * `nearestOfAll` in steps of tens of milliseconds: yields the share of the work done, in (0, 1],
 * so that a worker can report and listen in between. n²/2 cosines, each counted for both rows.
 */
export function* nearestInSteps(matrix: Matrix, k: number): Generator<number, Neighbours> {
  const { rows, dims, data } = matrix;
  const best = new TopK(rows, clampK(matrix, k));
  const scratch = new Float32Array(BLOCK * BLOCK);
  const block = (start: number) => data.subarray(start * dims, (start + BLOCK) * dims);
  const pairs = (rows * rows) / 2;
  let done = 0;
  for (let top = 0; top < rows; top += BLOCK) {
    const height = Math.min(BLOCK, rows - top);
    for (let left = top; left < rows; left += BLOCK) {
      const width = Math.min(BLOCK, rows - left);
      cosines(block(top), block(left), dims, scratch);
      offerTile(best, scratch, { top, height, left, width });
    }
    done += height * (rows - top - height / 2);
    yield done / pairs;
  }
  return best;
}

interface Tile {
  readonly top: number;
  readonly height: number;
  readonly left: number;
  readonly width: number;
}

/** Offers each cosine of a tile to the lists of both its rows. */
function offerTile(best: TopK, scratch: Float32Array, { top, height, left, width }: Tile): void {
  const { floors } = best;
  let least = Infinity;
  for (let j = left; j < left + width; j++) least = Math.min(least, floors[j]!);
  for (let i = 0; i < height; i++) {
    const line = i * width;
    const row = top + i;
    let bar = Math.min(least, floors[row]!);
    for (let j = left === top ? i + 1 : 0; j < width; j++) {
      const cosine = scratch[line + j]!;
      // Almost all of n²/2 cosines stop here.
      if (cosine < bar) continue;
      best.offer(left + j, row, cosine);
      best.offer(row, left + j, cosine);
      bar = Math.min(least, floors[row]!);
    }
  }
}

function clampK({ rows }: Matrix, k: number): number {
  return Math.max(0, Math.min(k, rows - 1));
}
