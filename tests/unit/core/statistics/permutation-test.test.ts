import { describe, expect, it } from 'vitest';
import type { Block } from '../../../../src/core/statistics/blocks.ts';
import { testDifference } from '../../../../src/core/statistics/permutation-test.ts';
import { readFixture } from '../../../fixtures/read.ts';

interface Case {
  readonly values: readonly number[];
  readonly blocks: readonly Block[];
  readonly effect: number;
  readonly p: number;
  /** Null where every difference is within it. */
  readonly interval: readonly [number | null, number | null];
}

const cases = Object.entries(readFixture<Record<string, Case>>('statistics/permutation.json'));
const EXACT = { replicates: 9999, seed: 1 };

function only(values: readonly number[], blocks: readonly Block[], draws = EXACT) {
  const { tests, exact } = testDifference([Float64Array.from(values)], blocks, draws);
  return { ...tests[0]!, exact };
}

describe('the exact test', () => {
  it.each(cases)('has SciPy’s and NumPy’s p and effect: %s', (_, { values, blocks, effect, p }) => {
    const found = only(values, blocks);
    expect(found.exact).toBe(true);
    expect(found.effect).toBeCloseTo(effect, 12);
    expect(found.p).toBeCloseTo(p, 12);
  });

  it.each(cases)('begins to reject at the ends of its interval: %s', (_, each) => {
    const { interval } = only(each.values, each.blocks);
    const [low, high] = each.interval;
    if (low === null) expect(interval[0]).toBe(-Infinity);
    else expect(interval[0]).toBeCloseTo(low, 9);
    if (high === null) expect(interval[1]).toBe(Infinity);
    else expect(interval[1]).toBeCloseTo(high, 9);
  });

  it('tests all columns by the same arrangements', () => {
    const [, { values, blocks }] = cases[0]!;
    const column = Float64Array.from(values);
    const { tests } = testDifference([column, column.map((x) => 3 * x + 7)], blocks, EXACT);
    expect(tests[1]!.p).toBe(tests[0]!.p);
    expect(tests[1]!.effect).toBeCloseTo(3 * tests[0]!.effect, 12);
  });

  it('counts ties by their value and not by their rounding', () => {
    const constant = only([0.1, 0.1, 0.1, 0.1, 0.1, 0.1], [{ units: 6, labelled: 3 }]);
    expect(constant.p).toBe(1);
    expect(constant.ties).toBe(1);
    expect(constant.effect).toBeCloseTo(0, 12);
    // .1 + .2 + .3 lies at ten places of twenty, up to the order of summation.
    const binary = only([0.3, 0.3, 0.1, 0.3, 0.1, 0.1], [{ units: 6, labelled: 3 }]);
    expect(binary.p).toBeCloseTo(10 / 20, 12);
    expect(binary.ties).toBeCloseTo(9 / 20, 12);
  });
});

describe('the sampled test', () => {
  const few = { replicates: 199, seed: 3 };

  it('agrees with the exact one, which begins where all arrangements can be looked at', () => {
    const { values, blocks, p, effect } = cases.find(([name]) => name === 'unequal blocks')![1];
    // 10 · 3 · 4 arrangements.
    expect(only(values, blocks, { replicates: 119, seed: 3 }).exact).toBe(true);
    const sampled = only(values, blocks, { replicates: 118, seed: 3 });
    expect(sampled.exact).toBe(false);
    expect(sampled.effect).toBeCloseTo(effect, 12);
    expect(Math.abs(sampled.p - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / 118) + 1 / 119);
  });

  it('never has a p of 0', () => {
    const far = Array.from({ length: 20 }, (_, i) => (i < 10 ? 100 + i : i));
    const found = only(far, [{ units: 20, labelled: 10 }], few);
    expect(found.p).toBe(1 / 200);
    expect(found.interval[0]).toBeGreaterThan(80);
    expect(found.interval[1]).toBeLessThan(100);
  });

  it('has an interval above 0 exactly where the test at .025 rejects', () => {
    const base = Array.from({ length: 20 }, (_, i) => Math.sin(i * i));
    for (let shift = -1.5; shift < 1.5; shift += 0.05) {
      const shifted = base.map((x, i) => (i < 10 ? x + shift : x));
      const found = only(shifted, [{ units: 20, labelled: 10 }], few);
      expect(found.interval[0] > 0).toBe(found.p <= 0.025);
    }
  });
});
