import { randomLcg } from 'd3';
import type { Draws } from '../statistics/permutation.ts';

/** Which of n ranks stand in the middle of each resample: two of them, the same where n is odd. */
export interface MiddleRanks {
  /** [replicates], from 0. */
  readonly lower: Uint32Array<ArrayBuffer>;
  readonly upper: Uint32Array<ArrayBuffer>;
}

/**
 * The middle ranks of B resamples of n values with replacement. They do not depend on the values,
 * so that one set of resamples gives the bootstrap of every median of n values.
 *
 * @param count n, at least 1
 */
export function middleRanks(count: number, { replicates, seed }: Draws): MiddleRanks {
  const random = randomLcg(seed);
  const lower = new Uint32Array(replicates);
  const upper = new Uint32Array(replicates);
  const drawn = new Uint32Array(count);
  const [first, second] = [Math.ceil(count / 2), Math.floor(count / 2) + 1];
  for (let b = 0; b < replicates; b++) {
    drawn.fill(0);
    for (let i = 0; i < count; i++) drawn[Math.floor(random() * count)]!++;
    let [rank, passed] = [0, drawn[0]!];
    while (passed < first) passed += drawn[++rank]!;
    lower[b] = rank;
    while (passed < second) passed += drawn[++rank]!;
    upper[b] = rank;
  }
  return { lower, upper };
}
