import { randomLcg, randomNormal, range } from 'd3';
import { describe, expect, it } from 'vitest';
import { matchingsOf, testMatching } from '../../../../src/core/statistics/matching-test.ts';
import { readFixture } from '../../../fixtures/read.ts';

interface Case {
  readonly table: readonly (readonly number[])[];
  readonly kinds: readonly number[];
  /** Mean of own column less the mean of the others. */
  readonly gap: number;
  /** Share of all orders of the kinds. */
  readonly p: number;
}

const cases = readFixture<readonly Case[]>('statistics/matching.json');
const KINDS = range(12).map((i) => i % 6);

/** 12 units, two a kind, with levels of their own, of the kinds, and `gap` more in their own. */
function draw(set: number, gap: number): Float64Array {
  const normal = randomNormal.source(randomLcg(Math.imul(set + 1, 0x9e3779b1) >>> 1))();
  const levels = range(6).map(() => 3 * normal());
  return Float64Array.from(
    KINDS.flatMap((own) => {
      const level = 3 * normal();
      return levels.map((kind, k) => level + kind + normal() + (k === own ? gap : 0));
    }),
  );
}

describe('a test of units against their own kind', () => {
  it('has the exact test’s p, up to chance, and the plain gap', () => {
    for (const { table, kinds, gap, p } of cases) {
      const found = testMatching(Float64Array.from(table.flat()), kinds, {
        replicates: 19_999,
        seed: 1,
      });
      expect(found.effect).toBeCloseTo(gap, 12);
      expect(Math.abs(found.p - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / 20_000) + 1e-4);
    }
  });

  it('is not misled by what kinds draw from all, or units give to all', () => {
    let rejected = 0;
    for (let set = 0; set < 1000; set++) {
      if (testMatching(draw(set, 0), KINDS, { replicates: 199, seed: set }).p <= 0.05) rejected++;
    }
    // scipy.stats.binom(1000, .05).ppf([1e-4, 1 - 1e-4])
    expect(rejected).toBeGreaterThanOrEqual(26);
    expect(rejected).toBeLessThanOrEqual(77);
  });

  it('finds a planted gap, within its interval in 95 of 100 data sets', () => {
    let missed = 0;
    for (let set = 0; set < 500; set++) {
      const { p, interval } = testMatching(draw(set, 2), KINDS, { replicates: 199, seed: set });
      expect(p).toBeLessThanOrEqual(0.05);
      if (interval[0] > 2 || interval[1] < 2) missed++;
    }
    // scipy.stats.binom(500, .05).ppf([1e-4, 1 - 1e-4])
    expect(missed).toBeGreaterThanOrEqual(9);
    expect(missed).toBeLessThanOrEqual(45);
  });

  it('knows in how many ways kinds can lie', () => {
    expect(matchingsOf([])).toBe(1);
    expect(matchingsOf([3, 3, 3])).toBe(1);
    expect(matchingsOf([0, 1, 2, 3])).toBe(24);
    expect(matchingsOf(KINDS)).toBe(7_484_400);
  });

  it('finds nothing in a table of one number', () => {
    const flat = new Float64Array(72).fill(0.1);
    const found = testMatching(flat, KINDS, { replicates: 199, seed: 1 });
    expect(found).toMatchObject({ p: 1, ties: 1 });
    expect(found.effect).toBeCloseTo(0, 12);
  });
});
