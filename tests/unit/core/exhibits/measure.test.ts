import { describe, expect, it } from 'vitest';
import { judge, measureInSteps } from '../../../../src/core/exhibits/exhibits.ts';
import type { ExhibitText } from '../../../../src/core/exhibits/measure.ts';
import type { Measurements } from '../../../../src/core/exhibits/measurements.ts';
import type { Measure, Prediction } from '../../../../src/core/exhibits/predictions.ts';
import { finish } from '../../../../src/core/relate/steps.ts';
import { centring } from '../../../../src/core/space/correction.ts';
import { Author, DIMS, document } from '../relate/sample.ts';

const TOPICS = ['farm', 'school', 'harbour', 'theatre'];
const SETTINGS = {
  encoder: 'e',
  correction: 'centre',
  seed: 3,
  alpha: 0.05,
  permutations: 499,
  verdicts: '',
};

const author = new Author(11);
const reference = author.reference(40, 3);
const space = { reference, dims: DIMS, correction: centring(reference, DIMS), seed: 3 };
const value = author.direction();
const topics = new Map(TOPICS.map((topic) => [topic, author.direction()]));
const scenario = author.direction();

/** What a text is about, with so much of the value and of the scenario in it. */
function text(
  id: string,
  group: string,
  { topic = '', lean = 0, near = 0, ...meta }: Record<string, string | number> = {},
): ExhibitText {
  const base = topics.get(String(topic)) ?? author.direction();
  const row = base.map((x, d) => x + Number(lean) * value[d]! + Number(near) * scenario[d]!);
  const fields = { topic, ...meta } as Record<string, string>;
  return {
    ...document(id, group === 'Scenarios' ? 'evaluation' : 'training', [author.near(row, 0.4)]),
    group,
    meta: new Map(Object.entries(fields)),
  };
}

const twins = TOPICS.flatMap((topic) =>
  [1, 2].flatMap((n) => {
    const [good, bad] = [`good-${topic}-${n}`, `bad-${topic}-${n}`];
    return [
      text(good, 'Stories', { topic, lean: 1, id: good, twin: bad, value: '+' }),
      text(bad, 'Villains', { topic, lean: -1, id: bad, twin: good, value: '-' }),
    ];
  }),
);
const humans = TOPICS.map((topic) => text(`human-${topic}`, 'Humans', { topic, lean: 0.8 }));
const near = Array.from({ length: 8 }, (_, i) => text(`near-${i}`, 'Near', { near: 2 }));
const scenarios = ['coercion', 'leaking'].map((behaviour) =>
  text(behaviour, 'Scenarios', { near: 2, behaviour }),
);
const all = [...twins, ...humans, ...near, ...scenarios];

const GAIN: Measure = { kind: 'crossed-contrast-gain', groups: ['Stories', 'Villains'] };
const asked = (measure: Measure): Prediction => ({
  id: 'p',
  exhibit: 'e',
  statement: 's',
  measure,
  reportedOnly: false,
});
const measure = (texts: readonly ExhibitText[]): Measurements =>
  finish(measureInSteps(texts, [asked(GAIN)], space));
const verdict = (wanted: Measure, measured: Measurements) =>
  judge(asked(wanted), measured, SETTINGS).verdict;

const measured = measure(all);

describe('what the exhibits measure', () => {
  it('finds what was planted: a value in twins, and a group near the scenarios', () => {
    expect(measured.axes.get('value')?.supported).toBe(true);
    expect(verdict({ kind: 'axis', axis: 'value' }, measured)).toBe('held');
    expect(
      verdict(
        { kind: 'contrast', quantity: 'relatedness', more: 'Near', less: 'Stories' },
        measured,
      ),
    ).toBe('held');
    expect(
      verdict({ kind: 'axis-contrast', axis: 'value', more: 'Humans', less: 'Villains' }, measured),
    ).toBe('held');
  });

  it('does not find what was not: the same contrast the other way round did not hold', () => {
    expect(
      verdict(
        { kind: 'contrast', quantity: 'relatedness', more: 'Stories', less: 'Near' },
        measured,
      ),
    ).toBe('did-not-hold');
  });

  it('takes topics out by documents outside the groups that are compared', () => {
    const [gain] = measured.gains;
    expect(gain?.groups).toEqual(['Stories', 'Villains']);
    expect(gain?.gain.value).toBeGreaterThan(0);
    // Without others on the same topics there is no topic to take out, so nothing is gained.
    const alone = measure(all.filter(({ group }) => group !== 'Humans'));
    expect(alone.gains[0]?.gain.value).toBe(0);
  });

  it('is undecidable, and no error, where nothing can be measured', () => {
    const bare = measure([...near, ...scenarios]);
    expect(bare.axes.size).toBe(0);
    expect(verdict({ kind: 'axis', axis: 'value' }, bare)).toBe('undecidable');
    expect(verdict(GAIN, bare)).toBe('undecidable');
    expect(measure([]).documents).toEqual([]);
  });

  it('gives the same verdicts and figures in whatever order the texts come', () => {
    const judged = (found: Measurements) =>
      (
        [
          { kind: 'axis', axis: 'value' },
          { kind: 'contrast', quantity: 'relatedness', more: 'Near', less: 'Stories' },
        ] as const
      ).map((each) => judge(asked(each), found, SETTINGS));
    expect(judged(measure(all.toReversed()))).toEqual(judged(measured));
  });

  it('reports a share that only grows', () => {
    const shares: number[] = [];
    const work = measureInSteps(all, [], space);
    for (let step = work.next(); !step.done; step = work.next()) shares.push(step.value);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
  });
});
