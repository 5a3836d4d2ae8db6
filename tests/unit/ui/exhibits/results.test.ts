import { expect, it } from 'vitest';
import type { Judgement } from '../../../../src/core/exhibits/judgement.ts';
import type { Prediction, Predictions } from '../../../../src/core/exhibits/predictions.ts';
import { resultsOf, stripOf } from '../../../../src/ui/exhibits/results.ts';
import { elsewhere, figures, tally } from '../../../../src/ui/words/exhibits.ts';

const prediction = (id: string, exhibit: string) => ({ id, exhibit }) as Prediction;
const judgement = (id: string, verdict: Judgement['verdict']): Judgement => ({
  id,
  verdict,
  reportedOnly: false,
  figures: null,
  notes: [],
});
const predictions = {
  settings: { correction: 'centre' },
  predictions: [
    prediction('a', 'whack-a-mole'),
    prediction('b', 'why-beats-what'),
    prediction('c', 'whack-a-mole'),
  ],
} as unknown as Predictions;

it('gives an exhibit its own predictions, judged as they were frozen, and the others beside', () => {
  const judged = new Map([
    ['centre', [judgement('a', 'held'), judgement('b', 'held')]],
    ['whiten', [judgement('a', 'undecidable')]],
  ] as const);
  const [first, second, ...rest] = resultsOf(predictions, judged, 'whack-a-mole');
  expect(first?.judgement?.verdict).toBe('held');
  expect(first?.others).toEqual([['whiten', 'undecidable']]);
  expect([second?.prediction.id, second?.judgement, second?.others]).toEqual(['c', null, []]);
  expect(rest).toEqual([]);
  expect(resultsOf(null, judged, 'whack-a-mole')).toEqual([]);
});

it('lays out an interval so that everything is in sight', () => {
  const { low, high, value, thresholds } = stripOf(0.5, [0.25, 1], [0]);
  expect(thresholds[0]).toBeGreaterThan(0);
  expect(low).toBeGreaterThan(thresholds[0]!);
  expect(value).toBeGreaterThan(low);
  expect(high).toBeGreaterThan(value);
  expect(high).toBeLessThan(1);
});

it('runs an end without limit to the edge, and leaves thresholds without limit out', () => {
  const strip = stripOf(1, [-Infinity, 2], [-Infinity, 0.5]);
  expect(strip.low).toBe(0);
  expect(strip.thresholds).toHaveLength(1);
  expect(
    Object.values(stripOf(0, [0, 0], []))
      .flat()
      .every(Number.isFinite),
  ).toBe(true);
});

it('says figures in words, limits that are none as such', () => {
  const base = { kind: 'contrast', p: 0.0005, documents: 24 } as const;
  expect(
    figures({ ...base, effect: -0.0123, interval: [-Infinity, 0.02], arrangements: 2_700_001 }),
  ).toBe(
    'Difference −0.012, interval no lower end to 0.020, p = 0.0005; 24 documents, over 2 million arrangements.',
  );
  expect(figures({ kind: 'count', count: 12, of: 12, atLeast: 10 })).toBe(
    '12 of 12; predicted at least 10.',
  );
  expect(
    figures({ kind: 'estimate', value: 0.35, interval: [0.26, 0.42], range: [-Infinity, 0.5] }),
  ).toContain('predicted below 0.500');
});

it('says under which corrections a prediction came out otherwise', () => {
  expect(
    elsewhere('held', [
      ['top', 'held'],
      ['none', 'held'],
    ]),
  ).toBe('The same under 2 other corrections of the space.');
  expect(
    elsewhere('held', [
      ['top', 'did-not-hold'],
      ['none', 'held'],
    ]),
  ).toBe('Otherwise did not hold under “without its strongest directions”.');
  expect(tally({ held: 2, didNotHold: 1, undecidable: 0, reported: 0 })).toBe(
    '2 held, 1 did not hold, 0 not decidable here.',
  );
});
