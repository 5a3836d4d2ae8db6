import { randomLcg } from 'd3';
import { describe, expect, it } from 'vitest';
import { bounds } from '../../../../scripts/calibration/calibration.ts';
import { DESIGN_NAMES, drawNull } from '../../../../scripts/calibration/contrast.ts';
import { contrastEach, type Measured } from '../../../../src/core/groups/contrast.ts';

const SETTINGS = { replicates: 199, seed: 1, alpha: 0.05 };

describe('a contrast of groups that do not differ', () => {
  it('would hold too often if every pair of document and scenario counted as one', () => {
    const random = randomLcg(5);
    const pairwise = () => {
      const { more, less, table } = drawNull('free', random);
      const pairs = (members: readonly Measured[], first: number) =>
        members.flatMap(({ id }, i) =>
          Array.from({ length: table.columns }, (_, s) => ({
            id: `${id}/${s}`,
            topic: null,
            twin: null,
            values: [table.data[(first + i) * table.columns + s]!],
          })),
        );
      const found = contrastEach(pairs(more, 0), pairs(less, more.length), SETTINGS);
      return found.kind === 'measured' && found.results[0]!.p <= 0.05;
    };
    const rejected = Array.from({ length: 300 }, pairwise).filter(Boolean);
    expect(rejected.length).toBeGreaterThan(bounds(300).at05);
  });
});

describe('a planted difference', () => {
  const random = randomLcg(6);
  const planted = (set: number, by: number) => {
    const { more, less } = drawNull(DESIGN_NAMES[set % DESIGN_NAMES.length]!, random);
    const shifted = more.map((each) => ({ ...each, values: [Number(each.values[0]) + by] }));
    const found = contrastEach(shifted, less, SETTINGS);
    if (found.kind === 'refused') throw new Error(`data set ${set} was refused`);
    return found.results[0]!;
  };

  it('is found, and found against if it is the other way', () => {
    for (let set = 0; set < 40; set++) {
      expect(planted(set, 3).verdict).toBe('held');
      expect(planted(set, -3).verdict).toBe('did-not-hold');
    }
  });

  it('lies within its interval in 95 of 100 data sets', () => {
    let missed = 0;
    for (let set = 0; set < 500; set++) {
      const [low, high] = planted(set, 0.7).interval;
      if (low > 0.7 || high < 0.7) missed++;
    }
    // scipy.stats.binom(500, .05).ppf([1e-4, 1 - 1e-4])
    expect(missed).toBeLessThanOrEqual(45);
    expect(missed).toBeGreaterThanOrEqual(9);
  });
});
