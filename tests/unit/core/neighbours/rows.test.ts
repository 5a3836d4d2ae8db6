import { randomLcg } from 'd3';
import { describe, expect, it } from 'vitest';
import { sampleRows } from '../../../../src/core/neighbours/rows.ts';

describe('a sample of rows', () => {
  it('is of different rows, ascending', () => {
    const rows = [...sampleRows(50, 20, randomLcg(1))];
    expect(new Set(rows).size).toBe(20);
    expect(rows).toEqual(rows.toSorted((a, b) => a - b));
  });

  it('takes every row as often as the others', () => {
    const random = randomLcg(2);
    const counts = new Array<number>(10).fill(0);
    for (let draw = 0; draw < 5000; draw++) {
      for (const row of sampleRows(10, 3, random)) counts[row]!++;
    }
    // 1,500 expected; five standard deviations of a binomial.
    for (const count of counts)
      expect(Math.abs(count - 1500)).toBeLessThan(5 * Math.sqrt(5000 * 0.3 * 0.7));
  });

  it('is all there are if there are no more', () => {
    expect([...sampleRows(3, 5, randomLcg(1))]).toEqual([0, 1, 2]);
    expect(sampleRows(0, 5, randomLcg(1))).toHaveLength(0);
  });
});
