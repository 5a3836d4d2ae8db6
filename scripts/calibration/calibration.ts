import { randomLcg } from 'd3';

/** Relabellings of each data set (docs/methods.md §5). */
export const DRAWS = 199;

/** A significance test to be tried on data without an effect. */
export interface NullTest {
  readonly name: string;
  /**
   * Draws a data set without an effect and tests it with `DRAWS` relabellings.
   *
   * @param random uniform in [0, 1); whatever the data set is made of
   * @param seed of the test's own draws
   */
  readonly run: (random: () => number, seed: number) => NullResult;
}

/** What a test says of one data set. */
export interface NullResult {
  readonly p: number;
  /** p with ties broken at random: exactly uniform if the test is right. */
  readonly randomised: number;
}

/** How often a test rejected. */
export interface Rejections {
  readonly sets: number;
  /** By p ≤ .05 and ≤ .01. */
  readonly at05: number;
  readonly at01: number;
  /** By the randomised p ≤ .05. */
  readonly randomised05: number;
}

/** Rejections that a right test stays within but once in 10,000 times. */
export interface Bounds {
  readonly at05: number;
  readonly at01: number;
  /** The least for the randomised p. */
  readonly randomised05: number;
}

/** Chance at which a right test may miss a bound (docs/methods.md §5). */
const MISS = 1e-4;

/** Runs a test on `sets` data sets from a seeded source; the same seed gives the same counts. */
export function calibrate(test: NullTest, sets: number, seed: number): Rejections {
  const random = randomLcg(seed);
  let [at05, at01, randomised05] = [0, 0, 0];
  for (let set = 0; set < sets; set++) {
    const { p, randomised } = test.run(random, Math.floor(random() * 2 ** 31));
    if (p <= 0.05) at05++;
    if (p <= 0.01) at01++;
    if (randomised <= 0.05) randomised05++;
  }
  return { sets, at05, at01, randomised05 };
}

/**
 * Bounds on the rejections among `sets` data sets from the binomial distribution at 1e-4: for 10,000
 * sets at most 583 at .05 and 139 at .01, and at least 421 at .05 with randomised ties.
 */
export function bounds(sets: number): Bounds {
  return {
    at05: quantile(sets, 0.05, 1 - MISS),
    at01: quantile(sets, 0.01, 1 - MISS),
    randomised05: quantile(sets, 0.05, MISS),
  };
}

/** Whether all counts are within their bounds. */
export function isCalibrated(found: Rejections): boolean {
  const limit = bounds(found.sets);
  return (
    found.at05 <= limit.at05 &&
    found.at01 <= limit.at01 &&
    found.randomised05 <= limit.at05 &&
    found.randomised05 >= limit.randomised05
  );
}

/** Smallest k with P(X ≤ k) ≥ q for X binomial. */
function quantile(n: number, rate: number, q: number): number {
  let mass = (1 - rate) ** n;
  let below = mass;
  let k = 0;
  while (below < q) {
    k++;
    mass *= ((n - k + 1) / k) * (rate / (1 - rate));
    below += mass;
  }
  return k;
}
