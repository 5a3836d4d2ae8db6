import { expect, it } from 'vitest';
import { EMPTY_CORPUS, type Document } from '../../../../src/core/corpus/model.ts';
import type { AxisReport } from '../../../../src/core/stance/types.ts';
import type { Ranking } from '../../../../src/core/relate/types.ts';
import { relatednessShading, stanceShading } from '../../../../src/ui/map/shading.ts';

const ranking = (...pairs: (readonly [document: string, scenario: string, p: number | null])[]) =>
  ({
    relations: pairs.map(([document, scenario, percentile]) => ({
      document,
      scenario,
      percentile,
    })),
  }) as unknown as Ranking;

const view = { anchor: 'scenario', scenario: 's' } as const;

it('takes each document’s percentile, and none where there is none', () => {
  const shading = relatednessShading(ranking(['a', 's', 0.98], ['b', 's', null]), view);
  expect(shading?.shares).toEqual(new Map([['a', 0.98]]));
});

it('is nothing for the ranking of another scenario, of a document, or none', () => {
  expect(relatednessShading(ranking(['a', 'other', 0.5]), view)).toBeNull();
  expect(relatednessShading(ranking(['a', 's', 1]), { ...view, anchor: 'document' })).toBeNull();
  expect(relatednessShading(ranking(['a', 's', 1]), { ...view, scenario: null })).toBeNull();
  expect(relatednessShading(null, view)).toBeNull();
});

it('colours by an axis only if it is supported', () => {
  const report = (supported: boolean) =>
    ({
      support: { supported, reasons: [] },
      scores: [{ document: 'a', heldOut: 0.1 }],
    }) as unknown as AxisReport;
  const corpus = { ...EMPTY_CORPUS, documents: new Map([['a', {} as Document]]) };
  expect(stanceShading(report(true), corpus)?.shares).toEqual(new Map([['a', 0.5]]));
  expect(stanceShading(report(false), corpus)).toBeNull();
  expect(stanceShading(null, corpus)).toBeNull();
});
