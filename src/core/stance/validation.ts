import { sum } from 'd3';
import { heldOutGaps, type Differences } from './paired.ts';
import { pValue, type Relabelling } from './relabelling.ts';
import { signFlip } from './sign-flip.ts';
import { topicInterval, topicShareInterval } from './topic-bootstrap.ts';
import type { Validation } from './types.ts';

/** Gaps this small are rounding: the twins are not ordered. */
const NO_GAP = 1e-12;

/** A validation of nothing: no topic could be held out. */
export const UNTESTED: Validation = {
  accuracy: null,
  right: 0,
  of: 0,
  interval: null,
  gap: null,
  gapInterval: null,
  p: null,
  draws: 0,
  exact: false,
};

/**
 * How well an axis learnt from the twins of other topics orders each twin, with the sign-flip test
 * (docs/methods.md §4). Needs twins in at least two topics, else nothing is tested.
 */
export function validateTwins(twins: Differences, seed: number): Validation {
  const { topics, topicCount } = twins;
  const test = topicCount < 2 ? null : signFlip(twins, seed);
  if (!test) return UNTESTED;
  const right = new Float64Array(topicCount);
  const gaps = new Float64Array(topicCount);
  const counts = new Float64Array(topicCount);
  heldOutGaps(twins).forEach((gap, i) => {
    const topic = topics[i]!;
    right[topic]! += gap > NO_GAP ? 1 : gap < -NO_GAP ? 0 : 0.5;
    gaps[topic]! += gap;
    counts[topic]!++;
  });
  return {
    ...accuracy(right, counts, test, seed),
    gap: sum(gaps) / topics.length,
    gapInterval: topicInterval(gaps, counts, seed),
  };
}

/**
 * The same for a discriminant, from the pairs of opposite poles of each topic and how many of them are
 * in the right order.
 */
export function validateLabels(
  ordered: Float64Array,
  pairs: Float64Array,
  test: Relabelling,
  seed: number,
): Validation {
  return { ...accuracy(ordered, pairs, test, seed), gap: null, gapInterval: null };
}

function accuracy(right: Float64Array, of: Float64Array, test: Relabelling, seed: number) {
  // Topics of one pole alone order nothing, and are no sample of those that do.
  const tested = [...of.keys()].filter((topic) => of[topic]! > 0);
  const total = sum(of);
  return {
    accuracy: sum(right) / total,
    right: sum(right),
    of: total,
    interval: topicShareInterval(
      tested.map((topic) => right[topic]!),
      tested.map((topic) => of[topic]!),
      seed,
    ),
    p: pValue(test),
    draws: test.draws,
    exact: test.exact,
  };
}
