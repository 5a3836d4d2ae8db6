import { describe, expect, it } from 'vitest';
import type { Ranking, Relation } from '../../../../src/core/relate/types.ts';
import { nullFinder, relationOf } from '../../../../src/ui/relation/relation.ts';

const relation = (document: string, windowSize: number): Relation => ({
  document,
  scenario: 's1',
  relatedness: 0.4,
  percentile: 0.9,
  interval: [0.8, 0.95],
  windowSize,
  tfidf: 0.1,
  overlap: 0.2,
  bm25: 2,
  corpusPercentile: null,
  surplus: 0.8,
  surplusInterval: [0.7, 0.9],
  littleWording: false,
  leakage: null,
  csls: null,
  lists: null,
});
const distribution = { scores: new Float32Array([0.1, 0.2]), documents: 2 };
const ranking: Ranking = {
  relations: [relation('d1', 4), relation('d2', 3)],
  nulls: [
    {
      scenario: 's1',
      windowSize: 3,
      distribution,
      overlap: distribution.scores,
      wordingExplains: 0.05,
    },
  ],
  passing: { observed: 0, expected: 0.1 },
  surplusPassing: { observed: 0, expected: 0.1 },
  littleWordingPassing: { observed: 0, expected: 0 },
  hubs: null,
};

describe('in a ranking', () => {
  it('a relation is found by its pair', () => {
    expect(relationOf(ranking, 'd1', 's1')?.windowSize).toBe(4);
    expect(relationOf(ranking, 'd1', 's2')).toBeNull();
    expect(relationOf(null, 'd1', 's1')).toBeNull();
  });

  it('its null is found by scenario and window size', () => {
    const find = nullFinder(ranking);
    expect(find(relation('d2', 3))).toBe(distribution);
    expect(find(relation('d2', 4))).toBeNull();
  });
});
