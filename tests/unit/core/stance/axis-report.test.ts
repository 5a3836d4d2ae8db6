import { shuffler, randomLcg } from 'd3';
import { describe, expect, it } from 'vitest';
import {
  axisReport,
  axisReportInSteps,
  type AxisBackground,
} from '../../../../src/core/stance/axis-report.ts';
import type { AxisReport, AxisSource, StanceDocument } from '../../../../src/core/stance/types.ts';
import { aDocument, plantedTwins } from './sample.ts';

const DIMS = 8;
const NOTHING: AxisBackground = { vectors: [], lemmas: [] };
const plan = { topics: 4, perTopic: 3, dims: DIMS, effect: 6, seed: 1 };

function report(
  documents: readonly StanceDocument[],
  source: AxisSource,
  background = NOTHING,
): AxisReport {
  return axisReport(documents, source, background, { dims: DIMS, seed: 7 });
}

function planted(changes: Partial<typeof plan> = {}) {
  const { documents, twins, examples } = plantedTwins({ ...plan, ...changes });
  const paired: AxisSource = { kind: 'paired', twins };
  const discriminant: AxisSource = { kind: 'discriminant', examples };
  return { documents, twins, examples, paired, discriminant };
}

describe.each(['paired', 'discriminant'] as const)('a %s axis', (kind) => {
  it('finds a planted stance and supports it', () => {
    const { documents, ...sources } = planted();
    const found = report(documents, sources[kind]);
    expect(found.support).toEqual({ supported: true, reasons: [] });
    expect(found.validation.accuracy).toBeGreaterThan(0.9);
    expect(found.validation.p).toBeLessThan(0.01);
    expect(found.direction[0]).toBeGreaterThan(0.8);
    expect(found.topics).toEqual(['topic 0', 'topic 1', 'topic 2', 'topic 3']);
    expect(found.wordsExplain).toBe(false);
    expect(found.comparisons.wording).toMatchObject({ accuracy: 0.5, p: 1 });
    expect(found.comparisons.sentiment.accuracy).toBe(0.5);
  });

  it('is the same in steps, which say how far it is', () => {
    const { documents, ...sources } = planted();
    const settings = { dims: DIMS, seed: 7 };
    const work = axisReportInSteps(documents, sources[kind], NOTHING, settings);
    const shares: number[] = [];
    let step = work.next();
    for (; !step.done; step = work.next()) shares.push(step.value);
    expect(step.value).toEqual(report(documents, sources[kind]));
    // Four folds make six pairs of them and four for themselves, in three fits.
    expect(shares).toHaveLength(kind === 'paired' ? 3 : 30);
    expect(shares).toEqual([...new Set(shares)].sort((a, b) => a - b));
    expect(shares[0]).toBeGreaterThan(0);
    expect(shares.at(-1)).toBe(1);
  });

  it('is not supported by noise, and says why', () => {
    const { documents, ...sources } = planted({ effect: 0, seed: 5 });
    const found = report(documents, sources[kind]);
    expect(found.support).toEqual({ supported: false, reasons: ['not-significant'] });
  });

  it('has a control that finds nothing', () => {
    const { documents, ...sources } = planted();
    const { random } = report(documents, sources[kind]).comparisons;
    expect(random!.p).toBeGreaterThan(0.05);
    expect(random!.of).toBe(report(documents, sources[kind]).validation.of);
  });

  it('does not depend on the order of documents and examples', () => {
    const { documents, twins, examples } = planted({ effect: 1 });
    const shuffle = shuffler(randomLcg(3));
    const sources = [twins, examples].map((list) => [list, shuffle<object>([...list])]);
    const of = (index: number) =>
      (kind === 'paired'
        ? { kind, twins: sources[0]![index] }
        : { kind, examples: sources[1]![index] }) as AxisSource;
    const { scores, ...straight } = report(documents, of(0));
    const { scores: others, ...shuffled } = report(shuffle([...documents]), of(1));
    expect(shuffled).toEqual(straight);
    expect(new Set(others)).toEqual(new Set(scores));
  });

  it('says when words alone order the examples as well', () => {
    const { documents, ...sources } = planted();
    const worded = documents.map((document) => ({
      ...document,
      lemmas: [document.topic!, document.id.startsWith('p') ? 'kind' : 'cruel'],
      text: document.id.startsWith('p') ? 'a kind thing' : 'a cruel thing',
    }));
    const found = report(worded, sources[kind]);
    expect(found.wordsExplain).toBe(true);
    expect(found.comparisons.wording).toMatchObject({ accuracy: 1 });
    expect(found.comparisons.sentiment).toMatchObject({ accuracy: 1 });
  });

  it('scores documents it has not seen, and those it has on the axis without their topic', () => {
    const { documents, ...sources } = planted();
    const more = [
      aDocument('elsewhere', [5, 0, 1, 0, 0, 0, 0, 0]),
      aDocument('same topic', [5, 0, 1, 0, 0, 0, 0, 0], { topic: 'topic 2' }),
      aDocument('nothing', new Array<number>(DIMS).fill(0)),
    ];
    const neutral = [-1, 0, 1].map((x) => Float32Array.of(x, 0, 0, 0, 0, 0, 0, 0));
    const { scores } = report([...documents, ...more], sources[kind], {
      vectors: neutral,
      lemmas: [],
    });
    const [elsewhere, sameTopic, nothing] = scores.slice(-3);
    expect(scores[0]).toMatchObject({ document: documents[0]!.id, inSample: true });
    expect(scores[0]!.heldOut).not.toBe(scores[0]!.score);
    expect(elsewhere!.inSample).toBe(false);
    expect(elsewhere!.percentile).toBeGreaterThan(0.5);
    expect(elsewhere!.heldOut).toBe(elsewhere!.score);
    expect(sameTopic!.score).toBe(elsewhere!.score);
    expect(sameTopic!.heldOut).not.toBe(sameTopic!.score);
    expect(nothing).toMatchObject({ score: 0, percentile: 0.5 });
  });

  it('holds out by itself what has no topic, and is then never supported', () => {
    const { documents, twins, examples } = planted();
    const source: AxisSource =
      kind === 'paired'
        ? { kind, twins: twins.map((twin) => ({ ...twin, topic: null })) }
        : { kind, examples: examples.map((example) => ({ ...example, topic: null })) };
    const found = report(documents, source);
    expect(found.validation.p).toBeLessThan(0.01);
    expect(found.support).toEqual({ supported: false, reasons: ['topics-unknown'] });
  });

  it('is not tested on one topic', () => {
    const { documents, ...sources } = planted({ topics: 1, perTopic: 8 });
    const found = report(documents, sources[kind]);
    expect(found.validation).toMatchObject({ accuracy: null, p: null, interval: null, of: 0 });
    expect(found.support.reasons).toEqual(['few-topics', 'not-testable']);
    expect(found.wordsExplain).toBeNull();
    expect(found.scores[0]).toMatchObject({ heldOut: null, percentile: null });
  });

  it.each([0, 1, 2, 3])('is defined for %i twins', (count) => {
    const { documents, twins } = planted({ perTopic: 1 });
    const kept = twins.slice(0, count);
    const examples = kept.flatMap(({ positive, negative, topic }) => [
      { document: positive, pole: 1 as const, topic },
      { document: negative, pole: -1 as const, topic },
    ]);
    const source: AxisSource = kind === 'paired' ? { kind, twins: kept } : { kind, examples };
    const found = report(documents, source);
    expect(found.support.supported).toBe(false);
    expect(found.direction.every(Number.isFinite)).toBe(true);
    expect(structuredClone(found)).toEqual(found);
  });

  it('is defined for examples that are all the same', () => {
    const { documents, ...sources } = planted();
    const same = documents.map(({ id, topic }) =>
      aDocument(id, [1, 0, 0, 0, 0, 0, 0, 0], { topic }),
    );
    const found = report(same, sources[kind]);
    expect(found.direction.every((value) => value === 0)).toBe(true);
    expect(found.validation).toMatchObject({ accuracy: 0.5, p: 1 });
  });
});

describe('a discriminant of poles in topics of their own', () => {
  it('is not tested: nothing tells value from topic', () => {
    const { documents, examples } = planted();
    const apart = examples.map((example) => ({ ...example, topic: `pole ${example.pole}` }));
    const found = report(documents, { kind: 'discriminant', examples: apart });
    expect(found.validation.p).toBeNull();
    expect(found.support.reasons).toEqual(['few-examples', 'few-topics', 'not-testable']);
  });
});
