import { describe, expect, it } from 'vitest';
import { kOccurrence, skewness } from '../../../../src/core/space/hubness.ts';
import { readFixture } from '../../../fixtures/read.ts';

const samples = readFixture<{ values: number[]; skewness: number }[]>('space/skewness.json');

describe('k-occurrence', () => {
  it('counts in how many lists each item stands', () => {
    expect([...kOccurrence([[0, 2], [2], new Int32Array([2, -1])], 4)]).toEqual([1, 0, 3, 0]);
    expect([...kOccurrence([], 2)]).toEqual([0, 0]);
  });
});

describe('skewness', () => {
  it('is SciPy’s', () => {
    for (const sample of samples) expect(skewness(sample.values)).toBeCloseTo(sample.skewness, 12);
  });

  it('is 0 where nothing varies', () => {
    for (const values of [[], [3], [2, 2, 2]]) expect(skewness(values)).toBe(0);
  });
});
