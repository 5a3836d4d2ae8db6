import { describe, expect, it } from 'vitest';
import type { Corpus } from '../../../../src/core/corpus/model.ts';
import type { Ranking, Relation } from '../../../../src/core/relate/types.ts';
import { percentilesByGroup } from '../../../../src/ui/reach/group-strips.ts';
import { ordered, ordersOf } from '../../../../src/ui/reach/order.ts';
import { noOrder } from '../../../../src/ui/words/reach.ts';

const relation = (document: string, change: Partial<Relation>): Relation => ({
  document,
  scenario: 's',
  relatedness: 0.5,
  percentile: 0.5,
  interval: null,
  corpusPercentile: null,
  windowSize: 3,
  tfidf: 0,
  overlap: 0.1,
  bm25: 0,
  surplus: 0.5,
  surplusInterval: null,
  littleWording: false,
  leakage: null,
  csls: 0,
  lists: 0,
  ...change,
});
const ranking: Ranking = {
  relations: [
    relation('a', { percentile: 0.9, surplus: 0.1, bm25: 1 }),
    relation('b', { percentile: 0.8, surplus: 0.7, bm25: 9 }),
    relation('c', { percentile: null, surplus: null, bm25: 4 }),
  ],
  nulls: [],
  passing: { observed: 0, expected: 0 },
  surplusPassing: { observed: 0, expected: 0 },
  littleWordingPassing: { observed: 0, expected: 0 },
  hubs: { skewness: 0, limit: 1, warning: false, k: 10, most: [] },
};

describe('the orders of a list', () => {
  it('are all offered for a scenario among enough of both', () => {
    expect(ordersOf(ranking, 'scenario')).toEqual({
      offered: ['percentile', 'surplus', 'csls', 'tfidf', 'bm25'],
      reasons: [],
    });
  });

  it('leave out, with the reason, what would compare scenarios or has too few', () => {
    const { offered, reasons } = ordersOf(ranking, 'document');
    expect(offered).toEqual(['percentile', 'surplus', 'tfidf']);
    expect(reasons).toEqual([noOrder.within]);
    expect(ordersOf({ ...ranking, hubs: null }, 'scenario').reasons).toEqual([noOrder.few]);
  });

  it('need neutral texts to go beyond wording', () => {
    const bare = { ...ranking, relations: [relation('a', { surplus: null })] };
    expect(ordersOf(bare, 'scenario').offered).not.toContain('surplus');
    expect(ordersOf(bare, 'scenario').reasons).toContain(noOrder.reference);
  });

  it('sort largest first and what has no value last', () => {
    const ids = (by: Parameters<typeof ordered>[1]): string[] =>
      ordered(ranking, by, 'scenario').map(({ document }) => document);
    expect(ids('percentile')).toEqual(['a', 'b', 'c']);
    expect(ids('surplus')).toEqual(['b', 'a', 'c']);
    expect(ids('bm25')).toEqual(['b', 'c', 'a']);
    expect(ordered(ranking, 'bm25', 'document')).toBe(ranking.relations);
  });
});

it('percentiles are collected by group, in the order of the corpus', () => {
  const document = (id: string, group: string) => [id, { id, group }] as const;
  const corpus = {
    documents: new Map([document('a', 'later'), document('b', 'first'), document('c', 'later')]),
    groups: new Map(['first', 'empty', 'later'].map((id) => [id, { id }])),
  } as unknown as Corpus;
  const lists = percentilesByGroup(ranking, corpus);
  expect([...lists.keys()]).toEqual(['first', 'later']);
  expect([...lists.get('later')!]).toEqual([0.9, NaN]);
});
