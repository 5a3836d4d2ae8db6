import { expect, test } from 'vitest';
import { spearman } from '../../../bench/spearman.ts';

test('without ties it is 1 − 6 Σd² / n(n² − 1)', () => {
  expect(spearman([1, 2, 3, 4, 5], [10, 20, 30, 40, 50])).toBe(1);
  expect(spearman([1, 2, 3, 4, 5], [5, 4, 3, 2, 1])).toBe(-1);
  // d = −4, −1, 1, 3, 1: Σd² = 28.
  expect(spearman([1, 2, 3, 4, 5], [5, 3, 2, 1, 4])).toBeCloseTo(1 - (6 * 28) / 120, 12);
});

test('ties share their mean rank', () => {
  // scipy.stats.spearmanr([1, 2, 2, 3], [1, 3, 2, 2]) and ([0, 0, 1, 5, 5, 5], [3, 1, 2, 2, 9, 4])
  expect(spearman([1, 2, 2, 3], [1, 3, 2, 2])).toBeCloseTo(0.5000000000000001, 12);
  expect(spearman([0, 0, 1, 5, 5, 5], [3, 1, 2, 2, 9, 4])).toBeCloseTo(0.5636018619766345, 12);
});

test('lists of unlike length are refused', () => {
  expect(() => spearman([1, 2], [1])).toThrow(RangeError);
});
