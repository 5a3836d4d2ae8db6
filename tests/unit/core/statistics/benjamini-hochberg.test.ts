import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../../../src/core/statistics/benjamini-hochberg.ts';
import { readFixture } from '../../../fixtures/read.ts';

interface Case {
  readonly p: readonly number[];
  readonly q: readonly number[];
}

describe('q-values', () => {
  it('are NumPy’s, computed from the definition', () => {
    for (const { p, q } of readFixture<Case[]>('statistics/benjamini-hochberg.json')) {
      benjaminiHochberg(p).forEach((value, i) => expect(value).toBeCloseTo(q[i]!, 12));
    }
  });

  it('reject the four hypotheses of the paper’s example at .05', () => {
    const [{ p }] = readFixture<[Case]>('statistics/benjamini-hochberg.json');
    const rejected = benjaminiHochberg(p).filter((q) => q <= 0.05);
    expect(rejected).toHaveLength(4);
  });

  it('do not depend on the order, and ties share one', () => {
    const p = [0.04, 0.01, 0.03, 0.01];
    const q = benjaminiHochberg(p);
    expect(Array.from(q)).toEqual([0.04, 0.02, 0.04, 0.02]);
    expect(Array.from(benjaminiHochberg(p.toReversed()))).toEqual(Array.from(q).toReversed());
  });

  it('leave out what has no p, and are p itself for one', () => {
    expect(Array.from(benjaminiHochberg([NaN, 0.03, NaN, 0.02]))).toEqual([NaN, 0.03, NaN, 0.03]);
    expect(Array.from(benjaminiHochberg([0.2]))).toEqual([0.2]);
    expect(Array.from(benjaminiHochberg([]))).toEqual([]);
  });
});
