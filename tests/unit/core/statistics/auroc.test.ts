import { describe, expect, it } from 'vitest';
import { auroc, orderedPairs } from '../../../../src/core/statistics/auroc.ts';
import { readFixture } from '../../../fixtures/read.ts';

const cases =
  readFixture<{ positives: number[]; negatives: number[]; auroc: number }[]>('stance/auroc.json');

describe('AUROC', () => {
  it.each(cases)('is scikit-learn’s, ties included ($positives.length)', (each) => {
    expect(auroc(each.positives, each.negatives)).toBeCloseTo(each.auroc, 12);
  });

  it('is none without positives or negatives', () => {
    expect(auroc([], [1])).toBeNull();
    expect(auroc([1], [])).toBeNull();
    expect(orderedPairs([], [])).toBe(0);
  });

  it('counts a tie half, and all pairs of many equal scores', () => {
    expect(auroc([1], [1])).toBe(0.5);
    expect(orderedPairs(new Array<number>(20).fill(3), new Array<number>(10).fill(3))).toBe(100);
  });

  it('leaves the scores as they were', () => {
    const scores = Float64Array.from({ length: 20 }, (_, i) => -i);
    orderedPairs(scores, scores);
    expect(scores[0]).toBe(-0);
    expect(scores[19]).toBe(-19);
  });
});
