import { describe, expect, it } from 'vitest';
import { Instrument } from '../../../../src/core/relate/instrument.ts';
import { percentileOf } from '../../../../src/core/relate/null.ts';
import type { EmbeddedDocument } from '../../../../src/core/space/types.ts';
import { Author, DIMS, document } from './sample.ts';

const reference = new Author(1).reference(60, 3);

/** Eight training documents of 1 to 8 passages and two scenarios. */
function corpus(): EmbeddedDocument[] {
  const author = new Author(2);
  const training = Array.from({ length: 8 }, (_, i) =>
    document(`d${i}`, 'training', author.passages(i + 1), `the fox leaks memo number w${i} to us`),
  );
  const scenarios = Array.from({ length: 2 }, (_, i) =>
    document(`s${i}`, 'evaluation', author.passages(4), `a memo leaked by the walrus v${i}`),
  );
  return [...training, ...scenarios];
}

function open(documents: readonly EmbeddedDocument[], seed = 5): Instrument {
  const instrument = new Instrument(reference, DIMS, seed);
  instrument.update({ add: documents, remove: [] });
  return instrument;
}

/** Everything an instrument says of this corpus, in an order of its own. */
function everything(instrument: Instrument) {
  return {
    scenarios: ['s0', 's1'].map((id) => instrument.rankDocuments(id)),
    evidence: instrument.evidence('d7', 's1'),
    relations: instrument.rankScenarios('d3').relations,
  };
}

describe('an instrument', () => {
  it('relates every training document to a scenario, best first', () => {
    const { relations, nulls } = open(corpus()).rankDocuments('s0');
    expect(relations.map(({ document }) => document).sort()).toEqual(
      corpus()
        .slice(0, 8)
        .map(({ id }) => id),
    );
    const order = relations.map(({ percentile }) => percentile!);
    expect(order).toEqual(order.toSorted((a, b) => b - a));
    expect(nulls.map(({ windowSize }) => windowSize).sort()).toEqual([1, 2, 3]);
    for (const { windowSize, percentile, relatedness, interval } of relations) {
      const { scores, documents } = nulls.find((n) => n.windowSize === windowSize)!.distribution;
      expect(documents).toBe(60);
      expect(percentile).toBe(percentileOf(scores, relatedness));
      expect(interval![0]).toBeLessThanOrEqual(percentile!);
      expect(interval![1]).toBeGreaterThanOrEqual(percentile!);
    }
  });

  it('says the same of a pair from both ends', () => {
    const instrument = open(corpus());
    const fromScenario = instrument
      .rankDocuments('s1')
      .relations.find(({ document }) => document === 'd4');
    const fromDocument = instrument
      .rankScenarios('d4')
      .relations.find(({ scenario }) => scenario === 's1');
    expect(fromDocument).toEqual(fromScenario);
    expect(instrument.evidence('d4', 's1').relatedness).toBe(fromScenario!.relatedness);
  });

  it('opens a relation to rows whose mean is the relatedness, exactly', () => {
    const { relatedness, rows } = open(corpus()).evidence('d7', 's0');
    const sum = rows.reduce((total, { contribution }) => total + contribution, 0);
    expect(sum / rows.length).toBe(relatedness);
    expect(rows.some(({ matches }) => matches.length > 1)).toBe(true);
  });

  it('shows the words that a pair shares', () => {
    const { sharedLemmas, sharedSpans } = open(corpus()).evidence('d0', 's0');
    expect(sharedLemmas).toEqual(['leak', 'memo']);
    expect(sharedSpans.document).toHaveLength(2);
    expect(sharedSpans.scenario).toEqual([
      { start: 2, end: 6 },
      { start: 7, end: 13 },
    ]);
  });

  it('says the same whatever the order and the batches in which documents come', () => {
    const once = everything(open(corpus()));
    expect(everything(open(corpus().toReversed()))).toEqual(once);
    const piecemeal = new Instrument(reference, DIMS, 5);
    const author = new Author(77);
    piecemeal.update({ add: [document('x', 'training', author.passages(2), 'odd')], remove: [] });
    for (const one of corpus()) piecemeal.update({ add: [one], remove: [] });
    piecemeal.rankDocuments('s0');
    piecemeal.update({ add: [corpus()[3]!], remove: ['x', 'never there'] });
    expect(everything(piecemeal)).toEqual(once);
  });

  it('keeps relatedness and percentile of a pair when other documents come', () => {
    const small = open(corpus().filter(({ id }) => id === 'd5' || id === 's0'));
    const [alone] = small.rankDocuments('s0').relations;
    const beside = open(corpus())
      .rankDocuments('s0')
      .relations.find(({ document }) => document === 'd5')!;
    expect({ ...beside, tfidf: 0 }).toEqual({ ...alone, tfidf: 0 });
  });

  it('measures a scenario anew when it is replaced', () => {
    const instrument = open(corpus());
    const before = instrument.rankDocuments('s0');
    const other = document('s0', 'evaluation', new Author(9).passages(2), 'other');
    instrument.update({ add: [other], remove: [] });
    expect(instrument.rankDocuments('s0').nulls).not.toEqual(before.nulls);
  });

  it('finds the nearest documents and passages, never the start itself', () => {
    const instrument = open([...corpus(), { ...corpus()[2]!, id: 'copy' }]);
    const [first, second] = instrument.neighbours('documents', 'd2', null, 3);
    expect(first).toMatchObject({ document: 'copy', passage: null });
    expect(first!.cosine).toBeCloseTo(1, 6);
    expect(second!.cosine).toBeLessThan(first!.cosine);
    expect(instrument.neighbours('passages', 'd2', 1, 2)[0]).toMatchObject({
      document: 'copy',
      passage: 1,
    });
    const others = instrument.neighbours('passages', 'd2', null, 1000);
    expect(others.some((neighbour) => neighbour.document === 'd2')).toBe(false);
    expect(others).toHaveLength(36 + 8 + 3 - 3);
  });

  it('gives its points as rows in insertion order, to keep', () => {
    const instrument = open(corpus());
    const points = instrument.matrix('passages');
    expect(points.ids.slice(0, 4)).toEqual(['d0', 'd1', 'd1', 'd2']);
    expect(points.passages!.slice(0, 4)).toEqual([0, 0, 1, 0]);
    expect(points.matrix).toMatchObject({ rows: 44, dims: DIMS });
    points.matrix.data.fill(0);
    const documents = instrument.matrix('documents');
    expect(documents.passages).toBeNull();
    expect(documents.ids).toHaveLength(10);
    expect(instrument.matrix('passages').matrix.data.some((value) => value !== 0)).toBe(true);
  });

  it('searches title and text', () => {
    expect(open(corpus()).search('WALRUS v1')).toEqual(['s1']);
    expect(open(corpus()).search('s1')).toEqual(['s1']);
  });

  it('refuses what it does not have', () => {
    const instrument = open(corpus());
    expect(() => instrument.rankDocuments('d0')).toThrow('no evaluation d0');
    expect(() => instrument.rankScenarios('nobody')).toThrow('no training nobody');
    expect(() => instrument.neighbours('passages', 'd0', 1, 3)).toThrow('no passage 1');
    const broken = { ...corpus()[4]!, vectors: new Float32Array(7) };
    expect(() => instrument.update({ add: [broken], remove: ['d4'] })).toThrow('d4');
    expect(instrument.search('w4')).toEqual(['d4']);
  });
});

describe('an instrument without enough to go by', () => {
  it('has nothing to rank without documents', () => {
    const instrument = open(corpus().slice(8));
    expect(instrument.rankDocuments('s0')).toEqual({
      relations: [],
      nulls: [],
      passing: { observed: 0, expected: 0 },
    });
    expect(new Instrument([], DIMS, 1).matrix('documents').matrix.rows).toBe(0);
    expect(instrument.neighbours('documents', 's0', null, 5)).toHaveLength(1);
  });

  it('has no percentiles without a reference', () => {
    const instrument = new Instrument([], DIMS, 1);
    instrument.update({ add: corpus(), remove: [] });
    const { relations, nulls, passing } = instrument.rankDocuments('s0');
    expect(nulls).toEqual([]);
    expect(passing).toEqual({ observed: 0, expected: 0 });
    for (const { document, percentile, interval, windowSize } of relations) {
      expect([percentile, interval]).toEqual([null, null]);
      expect(windowSize).toBe(Number(document.slice(1)) + 1);
    }
    const order = relations.map(({ relatedness }) => relatedness);
    expect(order).toEqual(order.toSorted((a, b) => b - a));
  });

  it('gives numbers for texts without known tokens and without passages', () => {
    const zero = new Array<number>(DIMS).fill(0);
    const instrument = open([
      ...corpus(),
      document('mute', 'training', [zero, zero], '???'),
      document('mute test', 'evaluation', [zero], '!!!'),
      document('blank', 'training', []),
      document('blank test', 'evaluation', []),
    ]);
    for (const id of ['s0', 'mute test', 'blank test']) {
      for (const relation of instrument.rankDocuments(id).relations) {
        expect(relation.relatedness).not.toBeNaN();
        expect(relation.tfidf).not.toBeNaN();
        if (relation.document === 'blank' || id === 'blank test') {
          expect(relation).toMatchObject({ relatedness: 0, percentile: null, interval: null });
        } else expect(relation.percentile).not.toBeNaN();
      }
    }
    expect(instrument.evidence('blank', 's0').rows[0]!.matches).toEqual([]);
    expect(instrument.evidence('mute', 'blank test').rows).toEqual([]);
  });
});
