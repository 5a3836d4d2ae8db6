import { describe, expect, it } from 'vitest';
import { support } from '../../../../src/core/stance/support.ts';
import { topicInterval, topicShareInterval } from '../../../../src/core/stance/topic-bootstrap.ts';

const twins = { twins: 6, examplesOfPole: 0, topics: 3, topicsKnown: true, p: 0.05 };
const examples = { ...twins, twins: null, examplesOfPole: 6 };

describe('support', () => {
  it('needs six twins in three topics and p ≤ .05, no less', () => {
    expect(support(twins)).toEqual({ supported: true, reasons: [] });
    expect(support({ ...twins, twins: 5 }).reasons).toEqual(['few-twins']);
    expect(support({ ...twins, topics: 2 }).reasons).toEqual(['few-topics']);
    expect(support({ ...twins, p: 0.0501 }).reasons).toEqual(['not-significant']);
  });

  it('needs six examples of either pole in three topics with both', () => {
    expect(support(examples)).toEqual({ supported: true, reasons: [] });
    expect(support({ ...examples, examplesOfPole: 5 }).reasons).toEqual(['few-examples']);
  });

  it('gives every reason at once', () => {
    const nothing = { twins: 0, examplesOfPole: 0, topics: 0, topicsKnown: false, p: null };
    expect(support(nothing)).toEqual({
      supported: false,
      reasons: ['few-twins', 'topics-unknown', 'not-testable'],
    });
  });
});

describe('the interval over topics', () => {
  it('is that of a mean: about two standard errors either way', () => {
    const values = Array.from({ length: 100 }, (_, i) => (i * 37) % 100);
    const [low, high] = topicInterval(values, new Array<number>(100).fill(1), 1)!;
    const error = Math.sqrt((100 ** 2 - 1) / 12 / 100);
    expect(low).toBeCloseTo(49.5 - 1.96 * error, 0);
    expect(high).toBeCloseTo(49.5 + 1.96 * error, 0);
  });

  it('of a share is no narrower than the topics can tell', () => {
    expect(topicInterval([2, 2, 2], [2, 2, 2], 1)).toEqual([1, 1]);
    expect(topicShareInterval([2, 2, 2], [2, 2, 2], 1)).toEqual([0.025 ** (1 / 3), 1]);
    expect(topicShareInterval([0, 0, 0], [2, 2, 2], 1)).toEqual([0, 1 - 0.025 ** (1 / 3)]);
  });

  it('is none below two topics', () => {
    expect(topicInterval([], [], 1)).toBeNull();
    expect(topicShareInterval([1], [1], 1)).toBeNull();
  });
});
