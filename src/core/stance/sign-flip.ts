import { randomLcg } from 'd3';
import { EXACT_ARRANGEMENTS, RELABELLINGS } from '../limits.ts';
import { dot } from '../space/matrix.ts';
import { MeanGap, type Differences } from './paired.ts';
import { tally, type Relabelling } from './relabelling.ts';

/** How many arrangements to go through. */
export interface FlipLimits {
  /** All arrangements if there are no more than this. */
  readonly exactUpTo: number;
  /** Random ones otherwise. */
  readonly draws: number;
}

const LIMITS: FlipLimits = { exactUpTo: EXACT_ARRANGEMENTS, draws: RELABELLINGS };

/**
 * Sign-flip test of a paired axis: the mean held-out gap against those after exchanging the poles of
 * any twins, the axis refitted leave-one-topic-out each time (docs/methods.md §4). Exchanging all poles
 * changes nothing, so n twins have 2^(n−1) arrangements; up to 4,096 all are gone through, else 999
 * seeded ones. Twins must come in an order of their own if draws are not to depend on it.
 *
 * @returns null without twins
 */
export function signFlip(
  twins: Differences,
  seed: number,
  limits: FlipLimits = LIMITS,
): Relabelling | null {
  const n = twins.topics.length;
  if (n === 0) return null;
  const gap = new MeanGap(twins);
  const exact = 2 ** (n - 1) <= limits.exactUpTo;
  const arrangements = exact ? allSigns(n) : randomSigns(n, limits.draws, seed);
  const given = gap.of(new Int8Array(n).fill(1));
  return tally(given, gapsOf(gap, arrangements), meanLength(twins), exact);
}

function* gapsOf(gap: MeanGap, arrangements: Iterable<Int8Array>): Generator<number> {
  for (const signs of arrangements) yield gap.of(signs);
}

/** All signs of n twins, the last one's fixed; the array is reused. */
function* allSigns(n: number): Generator<Int8Array> {
  const signs = new Int8Array(n);
  for (let code = 0; code < 2 ** (n - 1); code++) {
    for (let i = 0; i < n; i++) signs[i] = (code >> i) & 1 ? -1 : 1;
    yield signs;
  }
}

/** `draws` times independent fair signs; the array is reused. */
export function* randomSigns(n: number, draws: number, seed: number): Generator<Int8Array> {
  const random = randomLcg(seed);
  const signs = new Int8Array(n);
  for (let b = 0; b < draws; b++) {
    for (let i = 0; i < n; i++) signs[i] = random() < 0.5 ? 1 : -1;
    yield signs;
  }
}

function meanLength({ dims, rows, topics }: Differences): number {
  let sum = 0;
  for (let start = 0; start < rows.length; start += dims) {
    const row = rows.subarray(start, start + dims);
    sum += Math.sqrt(dot(row, row));
  }
  return sum / topics.length;
}
