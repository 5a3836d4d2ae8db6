import { deviation, mean } from 'd3';

/**
 * k-occurrence N_k: how often each of `n` items stands in the lists (Radovanović, Nanopoulos &
 * Ivanović 2010, Hubs in Space, JMLR 11).
 *
 * @param lists indices in [0, n), each at most once in a list; negative ones are empty places
 * @returns [n]
 */
export function kOccurrence(
  lists: Iterable<Iterable<number>>,
  n: number,
): Uint32Array<ArrayBuffer> {
  const counts = new Uint32Array(n);
  for (const list of lists) {
    for (const item of list) if (item >= 0) counts[item]!++;
  }
  return counts;
}

/**
 * Skewness of values: the third central moment over the second to the power of 3/2, uncorrected for
 * the size of the sample, as Radovanović et al. and SciPy's `skew` have it. 0 for values that do not
 * vary, and for fewer than two.
 */
export function skewness(values: ArrayLike<number>): number {
  const all = Array.from(values);
  const spread = deviation(all);
  if (spread === undefined || spread === 0) return 0;
  const centre = mean(all)!;
  let second = 0;
  let third = 0;
  for (const value of all) {
    second += (value - centre) ** 2;
    third += (value - centre) ** 3;
  }
  return third / all.length / (second / all.length) ** 1.5;
}
