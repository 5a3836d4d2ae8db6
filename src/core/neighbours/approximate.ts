import { randomLcg } from 'd3';
import { cosines } from '../space/cosines.ts';
import type { Neighbours } from '../space/neighbours.ts';
import { TopK } from '../space/top-k.ts';
import type { Matrix } from '../space/types.ts';
import { nearestCentresInSteps, partitionInSteps } from './partition.ts';
import { gather } from './rows.ts';

/** Parts of a partition for each root of the number of rows. */
const PARTS_PER_ROOT = 2;

/** Parts in which the neighbours of a row are looked for. */
const PROBES = 40;

/** Rows compared with a part at once. */
const BLOCK = 256;

/** Shares of the time that fitting, assigning and searching take. */
const STAGES = [0.2, 0.2, 0.6] as const;

/**
 * Nearly always the `k` nearest other rows of every row, of unit rows: an inverted file (Jégou et al.
 * 2011, doi:10.1109/TPAMI.2010.57): each row is compared, on the kernel, with all rows of the parts
 * nearest to it. Time grows as n^1.5; cosines are those of the exact search, to the last bit.
 * Deterministic under a seed. Yields the share of the work done, in (0, 1].
 */
export function* nearlyNearestInSteps(
  matrix: Matrix,
  k: number,
  seed: number,
): Generator<number, Neighbours> {
  const random = randomLcg(seed);
  const parts = Math.max(1, Math.round(PARTS_PER_ROOT * Math.sqrt(matrix.rows)));
  const centres = yield* within(partitionInSteps(matrix, parts, random), 0);
  const probes = yield* within(
    nearestCentresInSteps(matrix, centres, PROBES, (share) => share),
    1,
  );
  const best = new TopK(matrix.rows, Math.max(0, Math.min(k, matrix.rows - 1)));
  yield* within(searchParts(matrix, centres.rows, probes, best), 2);
  return best;
}

/** Shares of a stage as shares of the whole. */
function* within<T>(work: Generator<number, T>, stage: 0 | 1 | 2): Generator<number, T> {
  const before = STAGES.slice(0, stage).reduce((sum, share) => sum + share, 0);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield before + STAGES[stage] * step.value;
  }
}

/** Compares the rows at home in each part with all that look into it; a row's first probe is its home. */
function* searchParts(
  matrix: Matrix,
  parts: number,
  probes: Int32Array,
  best: TopK,
): Generator<number, void> {
  const { rows, dims } = matrix;
  const width = probes.length / rows;
  const residents = lists(parts, rows, (r) => [probes[r * width]!]);
  const visitors = lists(parts, rows, (r) => probes.subarray(r * width, (r + 1) * width));
  const queries = new Float32Array(BLOCK * dims);
  for (let part = 0; part < parts; part++) {
    const at = residents[part]!;
    const there = gather(matrix, at, new Float32Array(at.length * dims));
    const from = visitors[part]!;
    const scratch = new Float32Array(BLOCK * at.length);
    for (let top = 0; top < from.length && at.length > 0; top += BLOCK) {
      const asking = from.subarray(top, top + BLOCK);
      cosines(gather(matrix, asking, queries), there, dims, scratch);
      offerAll(best, asking, at, scratch);
    }
    yield (part + 1) / parts;
  }
}

function offerAll(best: TopK, asking: Int32Array, at: Int32Array, scratch: Float32Array): void {
  const { floors } = best;
  const columns = at.length;
  for (let i = 0; i < asking.length; i++) {
    const row = asking[i]!;
    const line = i * columns;
    let floor = floors[row]!;
    for (let j = 0; j < columns; j++) {
      const cosine = scratch[line + j]!;
      if (cosine < floor || at[j] === row) continue;
      best.offer(row, at[j]!, cosine);
      floor = floors[row]!;
    }
  }
}

/** Rows by part, ascending, from the parts of each row. */
function lists(
  parts: number,
  rows: number,
  partsOf: (row: number) => Iterable<number>,
): Int32Array[] {
  const counts = new Int32Array(parts);
  const each = (visit: (part: number, row: number) => void): void => {
    for (let r = 0; r < rows; r++) {
      for (const part of partsOf(r)) visit(part, r);
    }
  };
  each((part) => counts[part]!++);
  const found = Array.from(counts, (count) => new Int32Array(count));
  counts.fill(0);
  each((part, row) => (found[part]![counts[part]!++] = row));
  return found;
}
