import { readFileSync } from 'node:fs';
import { range, randomLcg, randomNormal } from 'd3';
import { describe, expect, it } from 'vitest';
import { judge } from '../../../../src/core/exhibits/judge.ts';
import { tally, type Judgement } from '../../../../src/core/exhibits/judgement.ts';
import type {
  AxisMeasurement,
  ExhibitDocument,
  Measurements,
} from '../../../../src/core/exhibits/measurements.ts';
import type { ExhibitSettings, Measure } from '../../../../src/core/exhibits/predictions.ts';
import { readPredictions } from '../../../../src/core/exhibits/read.ts';
import { group, measured, table } from './measured.ts';

const SETTINGS: ExhibitSettings = {
  encoder: 'any',
  correction: 'centre',
  seed: 7,
  alpha: 0.05,
  permutations: 999,
  verdicts: '',
};

function judged(measure: Measure, measurements: Measurements): Judgement {
  const prediction = { id: 'p', exhibit: 'e', statement: 's', measure, reportedOnly: false };
  return judge(prediction, measurements, SETTINGS);
}

const none = (count: number) => range(count).map(() => null);

describe('a contrast', () => {
  const documents = [...group('a', none(6)), ...group('b', none(6)), ...group('other', none(9))];
  const measure = { kind: 'contrast', quantity: 'tfidf', more: 'a', less: 'b' } as const;
  /** Each document its number, more by `gap` in group a. */
  const tfidf = (gap: number) =>
    table(documents, 2, (d, s) => ((d * 5) % 7) / 7 + s + (d < 6 ? gap : 0));

  it.each([
    [3, 'held'],
    [-3, 'did-not-hold'],
    [0, 'undecidable'],
  ])('of groups %d apart %s', (gap, verdict) => {
    const found = judged(measure, measured(documents, none(2), { tfidf: tfidf(gap) }));
    expect(found).toMatchObject({ verdict, notes: ['unblocked'] });
    expect(found.figures).toMatchObject({ kind: 'contrast', arrangements: 924, documents: 12 });
  });

  it('takes the quantity that it names', () => {
    const given = { tfidf: tfidf(3), surplus: tfidf(-3), relatedness: tfidf(0) };
    const measurements = measured(documents, none(2), given);
    expect(judged({ ...measure, quantity: 'surplus' }, measurements).verdict).toBe('did-not-hold');
    expect(judged({ ...measure, quantity: 'relatedness' }, measurements).verdict).toBe(
      'undecidable',
    );
  });

  it('is not decidable, and says why, without the quantity or a group', () => {
    const missing = judged(measure, measured(documents, none(2)));
    expect(missing).toMatchObject({ verdict: 'undecidable', figures: null });
    expect(missing.notes).toEqual(['missing-values', 'too-few-arrangements']);
    const given = measured(documents, none(2), { tfidf: tfidf(3) });
    expect(judged({ ...measure, less: 'nobody' }, given)).toMatchObject({
      figures: null,
      notes: ['too-few-arrangements'],
    });
    expect(judged(measure, measured([], [])).figures).toBeNull();
  });

  it('of evenness finds the more even group', () => {
    const relatedness = table(documents, 3, (d, s) => (d < 6 ? 0.1 : 1 + d / 9) * s + d);
    const measurements = measured(documents, ['x', 'y', 'z'], { relatedness });
    const evenness = { ...measure, quantity: 'evenness' } as const;
    expect(judged(evenness, measurements).verdict).toBe('held');
    expect(judged({ ...evenness, more: 'b', less: 'a' }, measurements).verdict).toBe(
      'did-not-hold',
    );
  });

  it('on an axis compares held-out scores within topics', () => {
    const topics = ['x', 'x', 'y', 'y', 'z', 'z'];
    const crossed = [...group('a', topics), ...group('b', topics)];
    // A topic's level is far larger than what tells the groups apart.
    const heldOutScores = Float64Array.from(
      crossed,
      ({ group: name, topic }, d) => 50 * topics.indexOf(topic!) + (name === 'a' ? 1 : 0) + d / 99,
    );
    const axis = { ...AXIS, heldOutScores };
    const measurements = measured(crossed, [], { axes: new Map([['v', axis]]) });
    const contrast = { kind: 'axis-contrast', axis: 'v', more: 'a', less: 'b' } as const;
    expect(judged(contrast, measurements)).toMatchObject({
      verdict: 'held',
      figures: { p: 1 / 216, arrangements: 216 },
      notes: [],
    });
    expect(judged({ ...contrast, axis: 'w' }, measurements).notes).toEqual(['not-measured']);
  });
});

const AXIS: AxisMeasurement = {
  supported: true,
  p: 0.01,
  accuracy: { value: 0.9, interval: [0.7, 1] },
  heldOutScores: new Float64Array(),
};

describe('an axis', () => {
  const verdict = (axis: AxisMeasurement) =>
    judged({ kind: 'axis', axis: 'v' }, measured([], [], { axes: new Map([['v', axis]]) })).verdict;

  it('held if it is supported, and did not if it is worse than guessing', () => {
    expect(verdict(AXIS)).toBe('held');
    expect(verdict({ ...AXIS, supported: false })).toBe('undecidable');
    expect(verdict({ ...AXIS, p: 0.06 })).toBe('undecidable');
    const accuracy = { value: 0.2, interval: [0.1, 0.4] } as const;
    expect(verdict({ ...AXIS, supported: false, p: 0.99, accuracy })).toBe('did-not-hold');
  });

  it('that was not fitted is not decidable', () => {
    expect(judged({ kind: 'axis', axis: 'w' }, measured([], [])).notes).toEqual(['not-measured']);
  });
});

describe('an estimate', () => {
  const apart = (interval: [number, number]) =>
    judged(
      { kind: 'axes-apart', axes: ['v', 'w'], within: 0.3 },
      measured([], [], { angles: [{ axes: ['w', 'v'], cosine: { value: 0, interval } }] }),
    ).verdict;
  const gain = (interval: [number, number]) =>
    judged(
      { kind: 'crossed-contrast-gain', groups: ['a', 'b'] },
      measured([], [], { gains: [{ groups: ['a', 'b'], gain: { value: 0, interval } }] }),
    ).verdict;

  it('is judged by its whole interval', () => {
    expect(apart([-0.2, 0.29])).toBe('held');
    expect(apart([-0.3, 0.2])).toBe('undecidable');
    expect(apart([-0.4, 0.4])).toBe('undecidable');
    expect(apart([0.31, 0.5])).toBe('did-not-hold');
    expect(apart([-0.5, -0.31])).toBe('did-not-hold');
    expect(gain([0.01, 0.2])).toBe('held');
    expect(gain([0, 0.2])).toBe('undecidable');
    expect(gain([-0.2, -0.01])).toBe('did-not-hold');
  });

  it('that is not there is not decidable', () => {
    const nothing = measured([], []);
    for (const measure of [
      { kind: 'axes-apart', axes: ['v', 'w'], within: 0.3 },
      { kind: 'crossed-contrast-gain', groups: ['a', 'b'] },
    ] as const) {
      expect(judged(measure, nothing)).toMatchObject({ figures: null, notes: ['not-measured'] });
    }
  });

  it('of a median percentile needs six documents, averaged over scenarios', () => {
    const measure = { kind: 'median-percentile', group: 'a', below: 0.5 } as const;
    const documents = [...group('a', none(12)), ...group('b', none(3))];
    const level = (middle: number) => ({
      percentile: table(documents, 2, (d, s) => middle + (d - 6) / 100 + (s - 0.5) / 2),
    });
    expect(judged(measure, measured(documents, none(2), level(0.3)))).toMatchObject({
      verdict: 'held',
      figures: { kind: 'estimate', range: [-Infinity, 0.5] },
    });
    expect(judged(measure, measured(documents, none(2), level(0.5))).verdict).toBe('undecidable');
    expect(judged(measure, measured(documents, none(2), level(0.8))).verdict).toBe('did-not-hold');
    const few = measured(documents.slice(0, 5), none(2), {
      percentile: new Float64Array(10).fill(0.1),
    });
    expect(judged(measure, few)).toMatchObject({ figures: null, notes: ['too-few-documents'] });
  });
});

/** Unit vectors at these angles, in degrees. */
function atAngles(degrees: readonly number[]): Float32Array<ArrayBuffer> {
  return Float32Array.from(
    degrees.flatMap((d) => [Math.cos((d * Math.PI) / 180), Math.sin((d * Math.PI) / 180)]),
  );
}

describe('nearest documents', () => {
  const twins = [...group('a', none(3), 'b'), ...group('b', none(3), 'a')];
  const mutual = (atLeast: number) =>
    ({ kind: 'mutual-nearest-twins', groups: ['a', 'b'], atLeast }) as const;

  it('are counted where twins are each other’s, against all documents', () => {
    const alone = measured(twins, [], { vectors: atAngles([0, 60, 120, 5, 65, 125]) });
    expect(judged(mutual(3), alone)).toMatchObject({
      verdict: 'held',
      figures: { count: 3, of: 3 },
    });
    const crowd: ExhibitDocument[] = [...twins, ...group('c', none(1))];
    const with4 = measured(crowd, [], { vectors: atAngles([0, 60, 120, 5, 65, 125, 4]) });
    expect(judged(mutual(3), with4)).toMatchObject({
      verdict: 'did-not-hold',
      figures: { count: 2, of: 3 },
    });
    expect(judged(mutual(2), with4).verdict).toBe('held');
  });

  it('may tie with a copy, but a text without direction is nobody’s nearest', () => {
    const crowd: ExhibitDocument[] = [...twins, ...group('c', none(1))];
    const vectors = atAngles([0, 60, 120, 5, 65, 125, 5]);
    expect(judged(mutual(3), measured(crowd, [], { vectors })).verdict).toBe('did-not-hold');
    vectors.set(vectors.subarray(0, 2), 6);
    vectors.set(vectors.subarray(0, 2), 12);
    expect(judged(mutual(3), measured(crowd, [], { vectors })).verdict).toBe('held');
    vectors.fill(0, 2, 4);
    vectors.fill(0, 8, 10);
    expect(judged(mutual(3), measured(crowd, [], { vectors }))).toMatchObject({
      figures: { count: 2 },
    });
  });

  it('outside the group may be in any of those named', () => {
    const documents = [
      ...group('a', none(3)),
      ...group('b', none(1)),
      ...group('c', none(1)),
      ...group('d', none(1)),
    ];
    const vectors = atAngles([0, 1, 50, 10, 40, 70]);
    const measurements = measured(documents, [], { vectors });
    const outside = { kind: 'nearest-outside', group: 'a', atLeast: 3 } as const;
    expect(judged({ ...outside, among: ['b', 'c'] }, measurements).verdict).toBe('held');
    expect(judged({ ...outside, among: ['b'] }, measurements)).toMatchObject({
      verdict: 'did-not-hold',
      figures: { count: 2, of: 3, atLeast: 3 },
    });
    expect(judged({ ...outside, among: ['nobody'] }, measurements)).toMatchObject({
      figures: { count: 0 },
    });
  });

  it('are no evidence where there are fewer documents than the count needs', () => {
    const few = measured(twins, []);
    expect(judged(mutual(4), few)).toMatchObject({ verdict: 'undecidable', figures: null });
    expect(
      judged({ kind: 'nearest-outside', group: 'x', among: ['a'], atLeast: 1 }, few).notes,
    ).toEqual(['too-few-documents']);
  });
});

describe('refusals of one kind of scenario', () => {
  const kinds = ['x-1', 'y-2', 'z-3'];
  const topics = ['x', 'y', 'z', 'x', 'y', 'z'];
  const documents = [...group('a', topics, 'b'), ...group('b', topics, 'a')];
  const scenarios = [...kinds, ...kinds];
  const own = { kind: 'own-behaviour', groups: ['a', 'b'] } as const;
  const relatedness = (gap: number) => {
    const normal = randomNormal.source(randomLcg(0.4))(0, 0.1);
    return table(documents, 6, (d, s) => (d % 3 === s % 3 ? gap : 0) + normal() + s);
  };

  it.each([
    [1, 'held'],
    [-1, 'did-not-hold'],
    [0, 'undecidable'],
  ])('that draw it %d nearer: %s', (gap, verdict) => {
    const found = judged(own, measured(documents, scenarios, { relatedness: relatedness(gap) }));
    // Six pairs of twins, two a kind: 6! / 2!³.
    expect(found).toMatchObject({ verdict, figures: { arrangements: 90, documents: 12 } });
  });

  it('leave out and report a topic that names no kind', () => {
    const other = documents.map((each) => (each.id === 'a0' ? { ...each, topic: 'w' } : each));
    const found = judged(own, measured(other, scenarios, { relatedness: relatedness(1) }));
    expect(found).toMatchObject({ figures: { documents: 11 }, notes: ['set-aside'] });
  });

  it('cannot be judged where all are of one kind, or none is there', () => {
    const same = documents.map((each) => ({ ...each, topic: 'x' }));
    const found = judged(own, measured(same, scenarios, { relatedness: relatedness(1) }));
    expect(found).toMatchObject({ figures: null, notes: ['too-few-arrangements'] });
    expect(judged(own, measured([], [])).figures).toBeNull();
  });
});

describe('the frozen predictions', () => {
  const { settings, predictions } = readPredictions(
    readFileSync('public/exhibits/predictions.json', 'utf8'),
  );
  const small = { ...settings, permutations: 199 };
  const names = [
    'Aligned-AI stories',
    'Villain-AI stories',
    'Aligned-human stories',
    'Constitution essays',
    'Bare refusals',
    'Reasoned refusals',
    'Neutral AI',
    'Lexical decoys',
    'Unrelated',
  ];
  const behaviours = ['a-1', 'b-2', 'c-3', 'd-4', 'e-5', 'f-6'];
  const documents = names.flatMap((name) =>
    group(
      name,
      range(12).map((i) => 'abcdef'[i % 6]!),
    ),
  );
  const normal = randomNormal.source(randomLcg(0.3))();
  const noise = () => table(documents, 6, () => normal());
  const random = measured(documents, behaviours, {
    relatedness: noise(),
    percentile: noise(),
    tfidf: noise(),
    surplus: noise(),
    vectors: Float32Array.from(documents.flatMap(() => [normal(), normal()])),
  });

  it('can all be judged, as plain data, and those only reported are not counted', () => {
    const judgements = predictions.map((each) => judge(each, random, small));
    expect(structuredClone(judgements)).toEqual(judgements);
    const { held, didNotHold, undecidable, reported } = tally(judgements);
    expect(reported).toBe(1);
    expect(held + didNotHold + undecidable).toBe(15);
    const failed = judgements.map((each) => ({ ...each, verdict: 'did-not-hold' }) as const);
    expect(tally(failed)).toEqual({ held: 0, didNotHold: 15, undecidable: 0, reported: 1 });
  });

  it('are judged alike in whatever order the documents come', () => {
    const order = [...documents.keys()].toReversed();
    const rows = (data: Float64Array) =>
      Float64Array.from(order.flatMap((row) => [...data.subarray(row * 6, row * 6 + 6)]));
    const turned: Measurements = {
      ...random,
      documents: order.map((row) => documents[row]!),
      relatedness: rows(random.relatedness),
      percentile: rows(random.percentile),
      tfidf: rows(random.tfidf),
      surplus: rows(random.surplus),
      vectors: Float32Array.from(
        order.flatMap((row) => [...random.vectors.subarray(row * 2, row * 2 + 2)]),
      ),
    };
    for (const each of predictions) {
      expect(judge(each, turned, small)).toEqual(judge(each, random, small));
    }
  });
});
