import { cosines } from '../space/cosines.ts';
import { normaliseRows } from '../space/matrix.ts';
import { TopK } from '../space/top-k.ts';
import type { Matrix } from '../space/types.ts';
import { gather, sampleRows } from './rows.ts';

/** Rows that a centre is fitted on, and how often; more moves the recall by less than .001. */
const ROWS_PER_CENTRE = 32;
const ROUNDS = 5;

/** Rows compared with all centres between two steps. */
const BLOCK = 256;

/**
 * Centres of a partition of unit rows by spherical k-means (Dhillon & Modha 2001, Machine Learning
 * 42), fitted on a sample: [count × dims], unit rows. A centre that loses all its rows stays where
 * it was. Yields the share of the work done, in (0, 1].
 */
export function* partitionInSteps(
  matrix: Matrix,
  count: number,
  random: () => number,
): Generator<number, Matrix> {
  const { dims } = matrix;
  const sample = sampleRows(matrix.rows, count * ROWS_PER_CENTRE, random);
  const data = gather(matrix, sample, new Float32Array(sample.length * dims));
  const fitted: Matrix = { rows: sample.length, dims, data };
  const first = sampleRows(fitted.rows, count, random);
  const centres: Matrix = {
    rows: first.length,
    dims,
    data: gather(fitted, first, new Float32Array(first.length * dims)),
  };
  for (let round = 0; round < ROUNDS; round++) {
    const homes = yield* nearestCentresInSteps(fitted, centres, 1, (share) => {
      return (round + share) / ROUNDS;
    });
    recentre(fitted, centres, homes);
  }
  return centres;
}

/**
 * The `count` nearest centres of every row, nearest first: [rows × count]. Yields what `toShare`
 * makes of the share of rows done.
 */
export function* nearestCentresInSteps(
  { rows, dims, data }: Matrix,
  centres: Matrix,
  count: number,
  toShare: (share: number) => number,
): Generator<number, Int32Array<ArrayBuffer>> {
  const best = new TopK(rows, Math.min(count, centres.rows));
  const scratch = new Float32Array(BLOCK * centres.rows);
  for (let top = 0; top < rows; top += BLOCK) {
    const bottom = Math.min(top + BLOCK, rows);
    cosines(data.subarray(top * dims, bottom * dims), centres.data, dims, scratch);
    for (let r = top; r < bottom; r++) offerLine(best, r, scratch, (r - top) * centres.rows);
    yield toShare(bottom / rows);
  }
  return best.indices;
}

function offerLine(best: TopK, row: number, scratch: Float32Array, line: number): void {
  const { floors } = best;
  const columns = scratch.length === 0 ? 0 : scratch.length / BLOCK;
  let floor = floors[row]!;
  for (let c = 0; c < columns; c++) {
    const cosine = scratch[line + c]!;
    if (cosine < floor) continue;
    best.offer(row, c, cosine);
    floor = floors[row]!;
  }
}

/** Moves each centre to the direction of the mean of its rows. */
function recentre(fitted: Matrix, centres: Matrix, homes: Int32Array): void {
  const { dims } = centres;
  const sums = new Float64Array(centres.data.length);
  homes.forEach((home, r) => {
    for (let d = 0; d < dims; d++) sums[home * dims + d]! += fitted.data[r * dims + d]!;
  });
  normaliseRows(sums, dims);
  for (let c = 0; c < centres.rows; c++) {
    const sum = sums.subarray(c * dims, (c + 1) * dims);
    if (sum.some((value) => value !== 0)) centres.data.set(sum, c * dims);
  }
}
