import { deviation, mean } from 'd3';
import { describe, expect, it } from 'vitest';
import { jackknife } from '../../../../src/core/statistics/jackknife.ts';
import { kendallLeftOut } from '../../../../src/core/statistics/rank-correlation.ts';
import { readFixture } from '../../../fixtures/read.ts';

interface Case {
  /** [lists × items] */
  readonly x: readonly number[][];
  readonly y: readonly number[][];
  /** Mean of SciPy's kendalltau. */
  readonly tau: number;
  /** The same, computed anew without each item. */
  readonly without: readonly number[];
  readonly interval: readonly [number, number];
}

const R: readonly [number, number] = [-Infinity, Infinity];

describe('jackknife', () => {
  it('is the standard error of a mean, for a mean', () => {
    const values = [3, 1, 4, 1, 5, 9, 2, 6];
    const total = values.reduce((sum, value) => sum + value);
    const without = values.map((value) => (total - value) / 7);
    const { interval } = jackknife(mean(values)!, without, R);
    const error = (1.959963984540054 * deviation(values)!) / Math.sqrt(8);
    expect(interval![0]).toBeCloseTo(mean(values)! - error, 12);
    expect(interval![1]).toBeCloseTo(mean(values)! + error, 12);
  });

  it('is that of a mean τ whose items are left out one by one', () => {
    const { x, y, tau, without, interval } = readFixture<Case>('statistics/jackknife.json');
    const left = x.map((list, i) => kendallLeftOut(list, y[i]!));
    const means = without.map((_, item) => mean(left, (each) => each.without[item]!)!);
    means.forEach((value, item) => expect(value).toBeCloseTo(without[item]!, 12));
    const found = jackknife(
      mean(left, (each) => each.tau)!,
      means,
      [-1, 1],
    );
    expect(found.value).toBeCloseTo(tau, 12);
    expect(found.interval![0]).toBeCloseTo(interval[0], 12);
    expect(found.interval![1]).toBeCloseTo(interval[1], 12);
  });

  it('stays within what the estimate can be', () => {
    expect(jackknife(0.9, [0.5, 0.9, 1], [-1, 1]).interval![1]).toBe(1);
  });

  it('says nothing of an estimate of fewer than three, or of one that is undefined', () => {
    expect(jackknife(1, [1, 2], R)).toEqual({ value: 1, interval: null });
    expect(jackknife(NaN, [1, 2, 3], R).interval).toBeNull();
    expect(jackknife(1, [1, NaN, 3], R).interval).toBeNull();
  });
});
