import { expect, it } from 'vitest';
import { EMPTY_CORPUS, type Document } from '../../../../../src/core/corpus/model.ts';
import type { Faithfulness } from '../../../../../src/core/faithfulness/faithfulness.ts';
import type { Ranking } from '../../../../../src/core/relate/types.ts';
import type { AxisReport } from '../../../../../src/core/stance/types.ts';
import {
  faithfulnessShading,
  relatednessShading,
  stanceShading,
} from '../../../../../src/ui/map/look/shading.ts';
import { mapOf } from '../fixtures.ts';

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

it('takes each point’s neighbours kept, of this map alone', () => {
  const [map, other] = [mapOf([['a', 0, 0]]), mapOf([['a', 0, 0]])];
  const kept = Float32Array.of(0.4);
  const measured = { map, value: { kept } as Faithfulness, share: null, failure: null };
  expect(faithfulnessShading(map, measured)?.points).toBe(kept);
  expect(faithfulnessShading(other, measured)).toBeNull();
  expect(faithfulnessShading(map, { ...measured, value: null })).toBeNull();
  expect(faithfulnessShading(map, null)).toBeNull();
});
