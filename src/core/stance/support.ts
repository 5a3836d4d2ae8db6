import { ALPHA, AXIS_MIN_EXAMPLES, AXIS_MIN_TOPICS } from '../limits.ts';
import type { Support, SupportReason } from './types.ts';

/** What decides whether an axis is supported. */
export interface SupportFacts {
  /** Twins, or null for a discriminant. */
  readonly twins: number | null;
  /** Examples of the rarer pole in topics with both; 0 for twins. */
  readonly examplesOfPole: number;
  /** Named topics with twins, or with examples of both poles. */
  readonly topics: number;
  /** Whether any topic was named. */
  readonly topicsKnown: boolean;
  /** Null if nothing could be held out. */
  readonly p: number | null;
}

/**
 * An axis is supported only if p ≤ .05 with at least 6 twins, or 6 examples of either pole, in at
 * least 3 topics; otherwise every reason why not is given (docs/methods.md §4). Without topics, held-out
 * examples may be ordered by what they are about, which is why it is then never supported.
 */
export function support(facts: SupportFacts): Support {
  const { twins, examplesOfPole, topics, topicsKnown, p } = facts;
  const reasons: SupportReason[] = [];
  if (twins === null ? examplesOfPole < AXIS_MIN_EXAMPLES : twins < AXIS_MIN_EXAMPLES) {
    reasons.push(twins === null ? 'few-examples' : 'few-twins');
  }
  if (!topicsKnown) reasons.push('topics-unknown');
  else if (topics < AXIS_MIN_TOPICS) reasons.push('few-topics');
  if (p === null) reasons.push('not-testable');
  else if (p > ALPHA) reasons.push('not-significant');
  return { supported: reasons.length === 0, reasons };
}
