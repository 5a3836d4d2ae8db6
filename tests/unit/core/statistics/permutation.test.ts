import { ascending, randomLcg, randomNormal } from 'd3';
import { describe, expect, it } from 'vitest';
import { arrangementsOf, type Block } from '../../../../src/core/statistics/blocks.ts';
import { enumeratedSums, relabelledSums } from '../../../../src/core/statistics/permutation.ts';

const block = (units: number, labelled: number): Block => ({ units, labelled });
/** Different sums for different sets of units. */
const powers = (count: number) => Float64Array.from({ length: count }, (_, i) => 2 ** i);

describe('arrangements', () => {
  it('are a product of binomial coefficients', () => {
    expect(arrangementsOf([])).toBe(1);
    expect(arrangementsOf([block(0, 0)])).toBe(1);
    expect(arrangementsOf([block(1, 1)])).toBe(1);
    expect(arrangementsOf([block(6, 3)])).toBe(20);
    expect(arrangementsOf([block(24, 12)])).toBe(2_704_156);
    expect(arrangementsOf(Array<Block>(12).fill(block(2, 1)))).toBe(4096);
    expect(arrangementsOf([block(5, 3), block(4, 1)])).toBe(40);
    expect(arrangementsOf([block(10_000, 5000)])).toBe(Infinity);
  });

  it('are all enumerated, each once, the given one first', () => {
    const [sums] = enumeratedSums([powers(9)], [block(5, 3), block(4, 1)]);
    expect(sums![0]).toBe(1 + 2 + 4 + 32);
    expect(new Set(sums).size).toBe(40);
    expect(sums).toHaveLength(40);
  });

  it('of nothing are one, which sums to zero', () => {
    expect(enumeratedSums([new Float64Array()], [])).toEqual([Float64Array.of(0)]);
    expect(relabelledSums([new Float64Array()], [], { replicates: 2, seed: 1 })).toEqual([
      new Float64Array(2),
    ]);
  });
});

describe('random arrangements', () => {
  const blocks = [block(5, 3), block(2, 1), block(4, 1)];
  const draws = { replicates: 24_000, seed: 5 };

  it('come about equally often, whichever side is the smaller', () => {
    const [sums] = relabelledSums([powers(11)], blocks, draws);
    const counts = new Map<number, number>();
    for (const sum of sums!) counts.set(sum, (counts.get(sum) ?? 0) + 1);
    const [all] = enumeratedSums([powers(11)], blocks);
    expect([...counts.keys()].sort(ascending)).toEqual([...all!].sort(ascending));
    const expected = draws.replicates / 80;
    const chi2 = [...counts.values()].reduce((s, n) => s + (n - expected) ** 2 / expected, 0);
    // scipy.stats.chi2(79).ppf([1e-4, 1 - 1e-4])
    expect(chi2).toBeGreaterThan(40.5);
    expect(chi2).toBeLessThan(134.5);
  });

  it('are the same for all columns, and for the same seed', () => {
    const column = powers(11);
    const double = column.map((value) => 2 * value);
    const [once, twice] = relabelledSums([column, double], blocks, draws);
    expect(twice).toEqual(once!.map((sum) => 2 * sum));
    expect(relabelledSums([column], blocks, draws)[0]).toEqual(once);
    expect(relabelledSums([column], blocks, { ...draws, seed: 6 })[0]).not.toEqual(once);
  });

  it('have the mean and variance of sampling without replacement', () => {
    const normal = randomNormal.source(randomLcg(2))();
    const column = Float64Array.from({ length: 50 }, () => normal());
    const mean = column.reduce((a, b) => a + b) / 50;
    const variance = column.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 49;
    const [sums] = relabelledSums([column], [block(50, 40)], draws);
    const average = sums!.reduce((a, b) => a + b) / draws.replicates;
    const spread = sums!.reduce((sum, s) => sum + (s - average) ** 2, 0) / draws.replicates;
    const expected = (variance * 40 * 10) / 50;
    expect(Math.abs(average - 40 * mean)).toBeLessThan(4 * Math.sqrt(expected / draws.replicates));
    expect(spread / expected).toBeGreaterThan(0.96);
    expect(spread / expected).toBeLessThan(1.04);
  });
});
