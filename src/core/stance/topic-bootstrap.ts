import { BOOTSTRAP_REPLICATES } from '../limits.ts';
import { interval95, resample } from '../relate/bootstrap.ts';
import { resolution } from '../relate/null.ts';
import type { Interval } from './types.ts';

/**
 * 95 % interval of Σ numerators / Σ denominators over topics, from 999 seeded resamples of whole
 * topics: documents of one topic resemble each other. Outcomes are resampled, nothing is
 * refitted, so the interval describes and is no test.
 *
 * @returns null below two topics
 */
export function topicInterval(
  numerators: ArrayLike<number>,
  denominators: ArrayLike<number>,
  seed: number,
): Interval | null {
  const topics = numerators.length;
  if (topics < 2) return null;
  const { draws } = resample(topics, BOOTSTRAP_REPLICATES, seed);
  const replicates = Float64Array.from({ length: BOOTSTRAP_REPLICATES }, (_, b) => {
    let [above, below] = [0, 0];
    for (let topic = 0; topic < topics; topic++) {
      const times = draws[topic * BOOTSTRAP_REPLICATES + b]!;
      above += times * numerators[topic]!;
      below += times * denominators[topic]!;
    }
    return above / below;
  });
  return interval95(replicates);
}

/**
 * The same of a share in [0, 1], no narrower at its ends than so many topics can tell: where all
 * topics are ordered rightly, every resample agrees, and yet the share may be as small as
 * .025^(1/topics).
 */
export function topicShareInterval(
  numerators: ArrayLike<number>,
  denominators: ArrayLike<number>,
  seed: number,
): Interval | null {
  const interval = topicInterval(numerators, denominators, seed);
  if (!interval) return null;
  const { lowest, highest } = resolution(numerators.length);
  return [Math.min(interval[0], lowest), Math.max(interval[1], highest)];
}
