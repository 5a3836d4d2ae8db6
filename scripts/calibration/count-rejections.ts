import { randomLcg } from 'd3';
import type { NullTest } from './null-test.ts';

/** How often a test rejected what is true. */
export interface Rejections {
  readonly at05: number;
  readonly at01: number;
  /** At .05 with ties broken at random, so that a test of few distinct values is not excused by them. */
  readonly randomisedAt05: number;
}

/** Tries `test` on the data sets 0 … sets − 1. */
export function countRejections(test: NullTest, sets: number, replicates: number): Rejections {
  const random = randomLcg(11);
  let [at05, at01, randomisedAt05] = [0, 0, 0];
  for (let set = 0; set < sets; set++) {
    const { p, ties } = test.onNull(set, replicates);
    if (p <= 0.05) at05++;
    if (p <= 0.01) at01++;
    if (p - random() * ties <= 0.05) randomisedAt05++;
  }
  return { at05, at01, randomisedAt05 };
}
