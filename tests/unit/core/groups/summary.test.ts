import { randomLcg, range, shuffler } from 'd3';
import { describe, expect, it } from 'vitest';
import { middleRanks } from '../../../../src/core/groups/middle-ranks.ts';
import { summarise, summariseValues } from '../../../../src/core/groups/summary.ts';
import { readFixture } from '../../../fixtures/read.ts';

interface Fixture {
  readonly lists: readonly {
    readonly values: readonly number[];
    readonly quartiles: readonly number[];
    readonly passing: number;
  }[];
  /** By n: ranks at 2.5 % and 97.5 % of the exact bootstrap distribution of the median. */
  readonly ranks: Readonly<Record<string, readonly [number, number]>>;
}

const { lists, ranks } = readFixture<Fixture>('groups/summary.json');
const DRAWS = { replicates: 999, seed: 7 };

describe('a summary', () => {
  it('has NumPy’s quartiles and share above .95', () => {
    for (const { values, quartiles, passing } of lists) {
      const found = summariseValues(Float64Array.from(values), DRAWS);
      expect(found).toMatchObject({ documents: values.length, missing: 0 });
      found.quartiles!.forEach((value, i) => expect(value).toBeCloseTo(quartiles[i]!, 12));
      expect(found.passing).toBeCloseTo(passing, 12);
    }
  });

  it('has the interval of the exact bootstrap distribution of the median', () => {
    for (const [n, [low, high]] of Object.entries(ranks)) {
      const { interval } = summariseValues(Float64Array.from(range(1, Number(n) + 1)), DRAWS);
      const slack = Math.sqrt(Number(n)) / 10;
      expect(Math.abs(interval![0] - low)).toBeLessThanOrEqual(slack);
      expect(Math.abs(interval![1] - high)).toBeLessThanOrEqual(slack);
    }
  });

  it('has no interval below six documents, and nothing at all of none', () => {
    expect(summariseValues(Float64Array.of(1, 2, 3, 4, 5), DRAWS).interval).toBeNull();
    expect(summariseValues(Float64Array.of(1, 2, 3, 4, 5, 6), DRAWS).interval).not.toBeNull();
    const none = { documents: 0, quartiles: null, passing: null, interval: null };
    expect(summariseValues(new Float64Array(), DRAWS)).toEqual({ ...none, missing: 0 });
    expect(summariseValues(Float64Array.of(NaN, NaN), DRAWS)).toEqual({ ...none, missing: 2 });
  });

  it('covers the true median in about 95 of 100 samples', () => {
    const random = randomLcg(0.7);
    const middles = new Map<number, ReturnType<typeof middleRanks>>();
    let covered = 0;
    for (let sample = 0; sample < 1000; sample++) {
      const drawn = Float64Array.from({ length: 41 }, () => random());
      const [low, high] = summariseValues(drawn, DRAWS, middles).interval!;
      if (low <= 0.5 && 0.5 <= high) covered++;
    }
    // scipy.stats.binom(1000, .95).ppf([1e-4, 1 - 1e-4]), less 2 % for a bootstrap at n = 41.
    expect(covered).toBeGreaterThanOrEqual(903);
    expect(covered).toBeLessThanOrEqual(974);
  });
});

describe('the middle ranks of resamples', () => {
  it('are one rank where n is odd, and never in the wrong order', () => {
    const odd = middleRanks(7, DRAWS);
    expect(odd.upper).toEqual(odd.lower);
    const even = middleRanks(8, DRAWS);
    expect(even.upper.every((rank, b) => rank >= even.lower[b]! && rank < 8)).toBe(true);
    expect(even.upper).not.toEqual(even.lower);
    expect(middleRanks(1, DRAWS).lower).toEqual(new Uint32Array(999));
  });
});

describe('summaries of a table', () => {
  const data = Float64Array.from(range(24), (i) => (i === 5 ? NaN : (i * 7) % 24) / 24);
  const table = { rows: 8, columns: 3, data };
  const groups = ['b', 'a', 'b', 'a', 'a', 'b', 'a', 'c'];

  it('are those of each group against each scenario, and of documents’ means', () => {
    const found = summarise(table, groups, DRAWS);
    expect(found.map(({ group }) => group)).toEqual(['a', 'b', 'c']);
    expect(found[0]!.scenarios).toHaveLength(3);
    expect(found[0]!.scenarios[2]).toMatchObject({ documents: 3, missing: 1 });
    expect(found[0]!.overall).toMatchObject({ documents: 3, missing: 1 });
    const [, , { overall, scenarios }] = found as [unknown, unknown, (typeof found)[0]];
    expect(scenarios[1]!.quartiles![1]).toBe(data[22]);
    expect(overall.quartiles![1]).toBeCloseTo((data[21]! + data[22]! + data[23]!) / 3, 12);
  });

  it('do not depend on the order of documents', () => {
    const order = shuffler(randomLcg(3))(range(8));
    const shuffled = {
      ...table,
      data: Float64Array.from(order.flatMap((row) => [...data.subarray(row * 3, row * 3 + 3)])),
    };
    const regrouped = order.map((row) => groups[row]!);
    expect(summarise(shuffled, regrouped, DRAWS)).toEqual(summarise(table, groups, DRAWS));
  });

  it('of nothing are none', () => {
    expect(summarise({ rows: 0, columns: 3, data: new Float64Array() }, [], DRAWS)).toEqual([]);
  });
});
