import { describe, expect, it } from 'vitest';
import { fuzzyUnion, memberships } from '../../../../../src/core/layout/umap/fuzzy-set.ts';
import { nearestOfAll } from '../../../../../src/core/space/neighbours.ts';
import { randomRows, unitMatrix } from '../../space/rows.ts';

describe('membership', () => {
  it('is whole for the nearest and sums to log₂ of the number of neighbours', () => {
    const strengths = memberships(nearestOfAll(randomRows(80, 6, 1), 14));
    for (let row = 0; row < 80; row++) {
      const own = [...strengths.subarray(row * 14, (row + 1) * 14)];
      expect(own[0]).toBe(1);
      expect(own.reduce((sum, value) => sum + value, 0)).toBeCloseTo(Math.log2(15), 4);
      expect(own).toEqual(own.toSorted((a, b) => b - a));
    }
  });

  it('is whole among identical rows', () => {
    const same = nearestOfAll(unitMatrix(Array.from({ length: 5 }, () => [1, 0])), 3);
    expect([...memberships(same)]).toEqual(new Array(15).fill(1));
  });

  it('is nothing for no rows', () => {
    expect(memberships(nearestOfAll(unitMatrix([]), 3))).toHaveLength(0);
  });
});

describe('the fuzzy union', () => {
  it('has every edge in both directions with a + b − ab', () => {
    const neighbours = { k: 1, indices: Int32Array.of(1, 0, 1), cosines: new Float32Array(3) };
    const strengths = Float32Array.of(0.5, 0.25, 0.75);
    const { starts, tails, weights } = fuzzyUnion(neighbours, strengths);
    expect([...starts]).toEqual([0, 1, 3, 4]);
    expect([...tails]).toEqual([1, 0, 2, 1]);
    expect([...weights]).toEqual([0.625, 0.625, 0.75, 0.75]);
  });
});
