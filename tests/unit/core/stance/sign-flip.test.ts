import { describe, expect, it } from 'vitest';
import { heldOutGaps, MeanGap, pairedDirection } from '../../../../src/core/stance/paired.ts';
import { pValue } from '../../../../src/core/stance/relabelling.ts';
import { randomSigns, signFlip } from '../../../../src/core/stance/sign-flip.ts';
import { readFixture } from '../../../fixtures/read.ts';
import { normalNumbers, someDifferences } from './sample.ts';

interface Fixture {
  dims: number;
  differences: number[];
  topics: number[];
  gaps: number[];
  statistic: number;
  p: number;
}

const cases = readFixture<Fixture[]>('stance/sign-flip.json');

describe('the sign-flip test', () => {
  it.each(cases)('enumerates what NumPy enumerates (p = $p)', (each) => {
    const twins = someDifferences(each.differences, each.dims, each.topics);
    heldOutGaps(twins).forEach((gap, i) => expect(gap).toBeCloseTo(each.gaps[i]!, 12));
    const test = signFlip(twins, 1)!;
    expect(test.statistic).toBeCloseTo(each.statistic, 12);
    expect(test).toMatchObject({ exact: true, draws: 2 ** (each.topics.length - 1) });
    expect(pValue(test)).toBeCloseTo(each.p, 12);
  });

  it.each(cases)('agrees with its random draws (p = $p)', (each) => {
    const twins = someDifferences(each.differences, each.dims, each.topics);
    const drawn = signFlip(twins, 3, { exactUpTo: 0, draws: 9999 })!;
    expect(drawn).toMatchObject({ exact: false, draws: 9999 });
    // Five standard deviations.
    expect(Math.abs(pValue(drawn) - each.p)).toBeLessThan(5 * Math.sqrt(0.25 / 9999));
  });

  it('goes through all arrangements of 13 twins and draws 999 of those of 14', () => {
    const normal = normalNumbers(1);
    const test = (n: number) => {
      const rows = Array.from({ length: n * 2 }, () => normal());
      const topics = Array.from({ length: n }, (_, i) => i % 3);
      return signFlip(someDifferences(rows, 2, topics), 1);
    };
    expect(test(13)).toMatchObject({ exact: true, draws: 4096 });
    expect(test(14)).toMatchObject({ exact: false, draws: 999 });
  });

  it('knows a mean gap for any poles as the mean of the gaps after refitting', () => {
    const { differences, dims, topics } = cases[1]!;
    const gap = new MeanGap(someDifferences(differences, dims, topics));
    for (const signs of randomSigns(topics.length, 20, 9)) {
      const signed = differences.map((value, i) => value * signs[Math.floor(i / dims)]!);
      const gaps = heldOutGaps(someDifferences(signed, dims, topics));
      expect(gap.of(signs)).toBeCloseTo(gaps.reduce((a, b) => a + b) / gaps.length, 12);
    }
  });

  it('is undefined for no twins and never significant for few or equal ones', () => {
    expect(signFlip(someDifferences([], 3, []), 1)).toBeNull();
    expect(pValue(signFlip(someDifferences([1, 2], 2, [0]), 1)!)).toBe(1);
    expect(pValue(signFlip(someDifferences([1, 0, 1, 0], 2, [0, 1]), 1)!)).toBe(0.5);
    expect(pValue(signFlip(someDifferences([1, 0, 1, 0, 1, 0], 2, [0, 1, 2]), 1)!)).toBe(0.25);
    const same = signFlip(someDifferences(new Array<number>(12).fill(0), 2, [0, 0, 1, 1, 2, 2]), 1);
    expect(pValue(same!)).toBe(1);
  });
});

describe('the paired axis', () => {
  it('is the unit mean difference', () => {
    const twins = someDifferences([3, 0, 0, 4], 2, [0, 1]);
    expect([...pairedDirection(twins)]).toEqual([0.6, 0.8]);
    expect([...pairedDirection(twins, 0)]).toEqual([0, 1]);
  });

  it('has no direction where differences cancel', () => {
    expect([...pairedDirection(someDifferences([1, 2, -1, -2], 2, [0, 1]))]).toEqual([0, 0]);
    expect([...pairedDirection(someDifferences([], 2, []))]).toEqual([0, 0]);
  });
});
