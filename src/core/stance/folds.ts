import { MAX_FOLDS } from '../limits.ts';

/** What is held out together. */
export interface Folds {
  readonly count: number;
  /** Fold of each topic, in [0, count). */
  readonly ofTopic: Int32Array<ArrayBuffer>;
}

/**
 * Each topic by itself; above ten, ten groups of whole topics of about equal size, filled from the
 * largest topic on, so that a discriminant is refitted at most ten times.
 *
 * @param sizes examples of each topic
 */
export function foldsOf(sizes: ArrayLike<number>): Folds {
  const count = Math.min(MAX_FOLDS, sizes.length);
  const ofTopic = new Int32Array(sizes.length);
  const filled = new Float64Array(count);
  const order = Array.from(sizes, (_, topic) => topic).sort((a, b) => sizes[b]! - sizes[a]!);
  for (const topic of order) {
    const emptiest = filled.indexOf(Math.min(...filled));
    ofTopic[topic] = emptiest;
    filled[emptiest]! += sizes[topic]!;
  }
  return { count, ofTopic };
}
