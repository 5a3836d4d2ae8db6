import { describe, expect, it } from 'vitest';
import { kendallLeftOut, spearman } from '../../../../src/core/statistics/rank-correlation.ts';
import { readFixture } from '../../../fixtures/read.ts';

const kendall = (a: readonly number[], b: readonly number[]): number => kendallLeftOut(a, b).tau;

interface Case {
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** scipy.stats.spearmanr */
  readonly rho: number;
  /** scipy.stats.kendalltau, variant b */
  readonly tau: number;
}

const cases = readFixture<Readonly<Record<string, Case>>>('statistics/rank-correlation.json');

describe('Spearman’s ρ', () => {
  it('is 1 − 6 Σd² / n(n² − 1) without ties', () => {
    expect(spearman([1, 2, 3, 4, 5], [10, 20, 30, 40, 50])).toBe(1);
    expect(spearman([1, 2, 3, 4, 5], [5, 4, 3, 2, 1])).toBe(-1);
    // d = −4, −1, 1, 3, 1: Σd² = 28.
    expect(spearman([1, 2, 3, 4, 5], [5, 3, 2, 1, 4])).toBeCloseTo(1 - (6 * 28) / 120, 12);
  });

  it.each(Object.entries(cases))('is SciPy’s: %s', (_, { a, b, rho }) => {
    expect(spearman(a, b)).toBeCloseTo(rho, 12);
  });
});

describe('Kendall’s τ', () => {
  it('is the share of pairs in order less that of pairs in disorder, without ties', () => {
    expect(kendall([1, 2, 3, 4, 5], [10, 20, 30, 40, 50])).toBe(1);
    expect(kendall([1, 2, 3, 4, 5], [5, 4, 3, 2, 1])).toBe(-1);
    // Three of ten are in order: those of the last with 3, 2 and 1.
    expect(kendall([1, 2, 3, 4, 5], [5, 3, 2, 1, 4])).toBeCloseTo((3 - 7) / 10, 12);
  });

  it.each(Object.entries(cases))('is SciPy’s: %s', (_, { a, b, tau }) => {
    expect(kendall(a, b)).toBeCloseTo(tau, 12);
  });
});

describe.each([
  ['ρ', spearman],
  ['τ', kendall],
])('%s', (_, correlation) => {
  it('is undefined for one pair, none, or a side of one value', () => {
    expect(correlation([], [])).toBeNaN();
    expect(correlation([1], [2])).toBeNaN();
    expect(correlation([1, 1, 1], [1, 2, 3])).toBeNaN();
    expect(correlation([1, 2], [7, 9])).toBe(1);
  });

  it('refuses lists of unlike length', () => {
    expect(() => correlation([1, 2], [1])).toThrow(RangeError);
  });
});
