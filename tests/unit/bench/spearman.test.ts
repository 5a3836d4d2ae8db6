import { describe, expect, test } from 'vitest';
import { spearman } from '../../../bench/spearman.ts';
import { readFixture } from '../../fixtures/read.ts';

interface Case {
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** scipy.stats.spearmanr */
  readonly rho: number;
}

test('without ties it is 1 − 6 Σd² / n(n² − 1)', () => {
  expect(spearman([1, 2, 3, 4, 5], [10, 20, 30, 40, 50])).toBe(1);
  expect(spearman([1, 2, 3, 4, 5], [5, 4, 3, 2, 1])).toBe(-1);
  // d = −4, −1, 1, 3, 1: Σd² = 28.
  expect(spearman([1, 2, 3, 4, 5], [5, 3, 2, 1, 4])).toBeCloseTo(1 - (6 * 28) / 120, 12);
});

describe('it is what SciPy gives', () => {
  const cases = readFixture<Readonly<Record<string, Case>>>('bench/spearman.json');
  test.each(Object.entries(cases))('%s', (_, { a, b, rho }) => {
    expect(spearman(a, b)).toBeCloseTo(rho, 12);
  });
});

test('lists of unlike length are refused', () => {
  expect(() => spearman([1, 2], [1])).toThrow(RangeError);
});
