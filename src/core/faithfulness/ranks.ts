import { cosines } from '../space/cosines.ts';
import { TopK } from '../space/top-k.ts';
import type { Matrix } from '../space/types.ts';

/** How far the neighbours of one point in one of the two are down the ranks of the other. */
export interface Misranked {
  /** Σ max(0, r − k) over the k nearest in the picture, r being their ranks in the space. */
  readonly intruding: number;
  /** The same with picture and space changed over. */
  readonly missing: number;
}

/**
 * Ranks the neighbours of one point by the other space: the sums within trustworthiness and continuity
 * (docs/methods.md §8). The space's k nearest and all ranks are exact, by cosine, ties by row.
 *
 * @param near [k], the nearest in the picture
 */
export function misranked(
  { rows, dims, data }: Matrix,
  positions: Float32Array,
  own: number,
  near: Int32Array,
): Misranked {
  const k = near.length;
  const likeness = cosines(data.subarray(own * dims, (own + 1) * dims), data, dims);
  likeness[own] = -Infinity;
  const truly = new TopK(1, k);
  for (let row = 0; row < rows; row++) {
    if (likeness[row]! >= truly.floors[0]!) truly.offer(0, row, likeness[row]!);
  }
  const closeness = new Float64Array(rows);
  const [x, y] = [positions[2 * own]!, positions[2 * own + 1]!];
  for (let row = 0; row < rows; row++) {
    closeness[row] = -((positions[2 * row]! - x) ** 2 + (positions[2 * row + 1]! - y) ** 2);
  }
  closeness[own] = -Infinity;
  return {
    intruding: beyond(likeness, near, k),
    missing: beyond(closeness, truly.indices, k),
  };
}

/** Σ max(0, r − k) over some rows, r being 1 for the row with the highest value. */
function beyond(values: Float32Array | Float64Array, rows: Int32Array, k: number): number {
  const ranks = new Int32Array(rows.length).fill(1);
  const lowest = rows.reduce((least, row) => Math.min(least, values[row]!), Infinity);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value < lowest) continue;
    for (let i = 0; i < rows.length; i++) {
      const other = values[rows[i]!]!;
      if (value > other || (value === other && row < rows[i]!)) ranks[i]!++;
    }
  }
  return ranks.reduce((sum, rank) => sum + Math.max(0, rank - k), 0);
}
