import { describe, expect, it } from 'vitest';
import { wilson } from '../../../../src/core/statistics/wilson.ts';
import { readFixture } from '../../../fixtures/read.ts';

interface Case {
  readonly passing: number;
  readonly count: number;
  /** scipy.stats.binomtest(…).proportion_ci(.95, method='wilson') */
  readonly interval: readonly [number, number];
}

const cases = readFixture<readonly Case[]>('statistics/wilson.json');

describe('the interval of a share', () => {
  it.each(cases)('is SciPy’s: $passing of $count', ({ passing, count, interval }) => {
    const [low, high] = wilson(passing, count);
    expect(low).toBeCloseTo(interval[0], 12);
    expect(high).toBeCloseTo(interval[1], 12);
  });

  it('stays within the shares there are', () => {
    expect(wilson(0, 3)[0]).toBe(0);
    expect(wilson(3, 3)[1]).toBe(1);
  });
});
