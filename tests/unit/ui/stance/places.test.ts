import { describe, expect, it } from 'vitest';
import { EMPTY_CORPUS, type Document } from '../../../../src/core/corpus/model.ts';
import type { AxisReport, AxisScore } from '../../../../src/core/stance/types.ts';
import {
  corpusShares,
  dodge,
  domainOf,
  heaps,
  placesOf,
  twinLines,
} from '../../../../src/ui/stance/places.ts';

const score = (document: string, heldOut: number | null): AxisScore => ({
  document,
  score: 0.5,
  percentile: null,
  inSample: false,
  heldOut,
});
const corpusOf = (...ids: string[]) => ({
  ...EMPTY_CORPUS,
  documents: new Map(ids.map((id) => [id, { id, group: `of ${id}` } as Document])),
});
const reportOf = (scores: readonly AxisScore[], fields: Partial<AxisReport> = {}) =>
  ({ scores, used: { kind: 'discriminant', examples: [] }, ...fields }) as AxisReport;

it('places what is here and shown by its held-out score, and counts what has none', () => {
  const report = reportOf([score('b', 0.2), score('a', -0.1), score('w', 0.9), score('c', null)]);
  const { places, without } = placesOf(report, corpusOf('a', 'b', 'c', 'd'), ['of b']);
  expect(places.map(({ document, at }) => [document.id, at])).toEqual([
    ['a', -0.1],
    ['c', 0.5],
  ]);
  expect(without).toBe(1);
});

it('draws 0 whatever is there', () => {
  expect(domainOf([])).toEqual([-0.02, 0.02]);
  const { places } = placesOf(reportOf([score('a', 1)]), corpusOf('a'), []);
  expect(domainOf(places)).toEqual([-0.04, 1.04]);
});

it('says of each pair of twins which way it leads', () => {
  const twins = [
    { positive: 'a', negative: 'b', topic: null },
    { positive: 'b', negative: 'a', topic: null },
    { positive: 'a', negative: 'gone', topic: null },
  ];
  const report = reportOf([score('a', 0.3), score('b', 0.1)], { used: { kind: 'paired', twins } });
  const { places } = placesOf(report, corpusOf('a', 'b'), []);
  expect(twinLines(report, places).map(({ right }) => right)).toEqual([true, false]);
});

describe('marks of a row', () => {
  it('keep clear of each other', () => {
    expect(dodge([0, 3, 6, 10, 50], 10)).toEqual([0, 1, -1, 0, 0]);
  });
  it('fall into heaps that hold all of them', () => {
    expect(heaps([0, 9, 10, 29, 30], 30, 10)).toEqual([2, 1, 2]);
    expect(heaps([], 0, 10)).toEqual([0]);
  });
});

it('gives shares among the documents here, ties half', () => {
  const report = reportOf([
    score('a', -1),
    score('b', 0),
    score('c', 0),
    score('d', 1),
    score('w', 5),
    score('e', null),
  ]);
  expect(corpusShares(report, corpusOf('a', 'b', 'c', 'd', 'e'))).toEqual(
    new Map([
      ['a', 0.125],
      ['b', 0.5],
      ['c', 0.5],
      ['d', 0.875],
    ]),
  );
});
