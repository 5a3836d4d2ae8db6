import { describe, expect, it } from 'vitest';
import { Instrument } from '../../../../src/core/relate/instrument.ts';
import { contentLemmas } from '../../../../src/core/relate/lemmas.ts';
import { order } from '../../../../src/core/relate/ranking.ts';
import { percentileOf } from '../../../../src/core/relate/null.ts';
import { regress, residual } from '../../../../src/core/relate/regression.ts';
import type { EmbeddedDocument } from '../../../../src/core/space/types.ts';
import { Author, DIMS, document, Writer } from './sample.ts';

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

  it('gives the windows and pairs that a surplus is read off', () => {
    const { relations, nulls } = open(corpus()).rankDocuments('s0');
    for (const { windowSize, relatedness, overlap, surplus } of relations) {
      const background = nulls.find((n) => n.windowSize === windowSize)!;
      const [x, y] = [[...background.overlap], [...background.distribution.scores]];
      const fit = regress(x, y);
      const residuals = y.map((score, i) => residual(fit, x[i]!, score)).sort((a, b) => a - b);
      const expected = percentileOf(
        Float32Array.from(residuals),
        residual(fit, overlap!, relatedness),
      );
      expect(surplus).toBeCloseTo(expected, 2);
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
    expect(sharedLemmas.map(({ lemma }) => lemma)).toEqual(['leak', 'memo']);
    expect(sharedSpans.document).toHaveLength(2);
    expect(sharedSpans.scenario).toEqual([
      { lemma: 'memo', start: 2, end: 6 },
      { lemma: 'leak', start: 7, end: 13 },
    ]);
  });

  it('counts what each pair of passages shares, and shows what is quoted', () => {
    const [scenario, quoting] = [new Writer(60), new Writer(60)].map((writer, i) =>
      writer.document(['s', 'd'][i]!, i ? 'training' : 'evaluation', new Author(61).passages(2)),
    );
    const { rows, leakage } = open([scenario!, quoting!]).evidence('d', 's');
    const lemmasOf = (passage: { start: number; end: number }) =>
      new Set(contentLemmas(scenario!.text.slice(passage.start, passage.end)).map((l) => l.lemma));
    rows.forEach(({ sharedLemmas }, p) =>
      expect(sharedLemmas).toBe(lemmasOf(scenario!.passages[p]!).size),
    );
    expect(leakage!.kinds).toEqual(['run', 'containment', 'cosine']);
    expect(leakage!.runs[0]!.document).toEqual({ start: 0, end: quoting!.text.length });
    expect(open(corpus()).evidence('d0', 's0').leakage).toBeNull();
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
    expect({ ...beside, tfidf: 0, bm25: 0 }).toEqual({ ...alone, tfidf: 0, bm25: 0 });
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
      surplusPassing: { observed: 0, expected: 0 },
      littleWordingPassing: { observed: 0, expected: 0 },
      hubs: null,
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

/** 45 training documents and 12 scenarios, with passages of words. */
function large(): EmbeddedDocument[] {
  const [author, writer] = [new Author(21), new Writer(22)];
  const pad = (i: number) => String(i).padStart(2, '0');
  return [
    ...Array.from({ length: 45 }, (_, i) =>
      writer.document(`d${pad(i)}`, 'training', author.passages(1 + (i % 5))),
    ),
    ...Array.from({ length: 12 }, (_, i) =>
      writer.document(`s${pad(i)}`, 'evaluation', author.passages(3)),
    ),
  ];
}

describe('what an instrument says of a corpus that is large enough', () => {
  it('is the same in any order, from both ends, and after detours', () => {
    const [once, backwards] = [open(large()), open(large().toReversed())];
    const ranking = once.rankDocuments('s03');
    expect(ranking.hubs).not.toBeNull();
    expect(ranking.relations.every(({ csls, lists }) => csls !== null && lists !== null)).toBe(
      true,
    );
    expect(backwards.rankDocuments('s03')).toEqual(ranking);
    const detour = open(large().slice(10, 50));
    detour.rankScenarios('d20');
    detour.update({ add: large(), remove: ['d30', 'd31'] });
    expect(detour.rankDocuments('s03')).toEqual(ranking);
    const relation = ranking.relations.find(({ document: id }) => id === 'd07');
    const { relations, hubs } = once.rankScenarios('d07');
    expect(relations.find(({ scenario }) => scenario === 's03')).toEqual(relation);
    expect(hubs).toEqual(ranking.hubs);
  });

  it('has percentiles among the others, without a twin and without what quotes the scenario', () => {
    const documents = large();
    const relationOf = (instrument: Instrument, id: string) =>
      instrument.rankDocuments('s00').relations.find(({ document: other }) => other === id)!;
    const plain = relationOf(open(documents), 'd05');
    const scores = open(documents)
      .rankDocuments('s00')
      .relations.filter(({ document: id }) => id !== 'd05')
      .map(({ relatedness }) => relatedness);
    const below = scores.filter((score) => score < plain.relatedness).length;
    expect(plain.corpusPercentile).toBeCloseTo(below / 44, 12);

    const twins = documents.map((each) => (each.id === 'd05' ? { ...each, twin: 'd09' } : each));
    const other = relationOf(open(documents), 'd09').relatedness;
    const twinless = (below - (other < plain.relatedness ? 1 : 0)) / 43;
    expect(relationOf(open(twins), 'd05').corpusPercentile).toBeCloseTo(twinless, 12);
    const [a, b] = [relationOf(open(twins), 'd09'), relationOf(open(documents), 'd09')];
    expect(a.corpusPercentile).not.toBe(b.corpusPercentile);

    const scenario = documents.find(({ id }) => id === 's00')!;
    const quotes = { ...scenario, id: 'quote', role: 'training' as const };
    const quoted = open([...documents, quotes]);
    expect(relationOf(quoted, 'quote').leakage).toEqual(['run', 'containment', 'cosine']);
    expect(relationOf(quoted, 'quote').corpusPercentile).toBe(1);
    expect(relationOf(quoted, 'd05').corpusPercentile).toBeCloseTo(below / 44, 12);
    expect(open(corpus()).rankDocuments('s0').relations[0]!.corpusPercentile).toBeNull();
  });

  it('stands in one table, in steps or at once', () => {
    const instrument = open(large());
    const table = instrument.table();
    const [documents, scenarios] = [table.documents.length, table.scenarios.length];
    expect([documents, scenarios]).toEqual([45, 12]);
    const { relations } = instrument.rankDocuments('s03');
    for (const relation of relations) {
      const cell = table.documents.indexOf(relation.document) * scenarios + 3;
      for (const of of ['relatedness', 'percentile', 'tfidf', 'surplus'] as const) {
        expect(table[of][cell]).toBe(relation[of]);
      }
    }
    const unmeasured = new Instrument([], DIMS, 1);
    unmeasured.update({ add: large(), remove: [] });
    expect(unmeasured.table().percentile).toEqual(new Float64Array(540).fill(NaN));
    expect(new Instrument([], DIMS, 1).table().relatedness).toHaveLength(0);
  });

  it('is refused where the corpus changes under a table', () => {
    const author = new Author(3);
    const many = Array.from({ length: 1100 }, (_, i) =>
      document(`x${i}`, 'training', author.passages(1)),
    );
    const instrument = open([...many, ...corpus()]);
    const steps = instrument.tableInSteps();
    expect(steps.next().value).toBeGreaterThan(0);
    instrument.update({ add: [], remove: ['x3'] });
    expect(() => steps.next()).toThrow('changed');
    const ranking = instrument.rankDocumentsInSteps('s0');
    expect(ranking.next().done).toBe(false);
    instrument.update({ add: [], remove: ['x4'] });
    let step = ranking.next();
    while (!step.done) step = ranking.next();
    expect(step.value).toEqual(instrument.rankDocuments('s0'));
  });

  it('can be ordered by each quantity, nulls last', () => {
    const { relations } = open(large()).rankDocuments('s03');
    const csls = order(relations, 'csls').map((relation) => relation.csls!);
    expect(csls).toEqual(csls.toSorted((a, b) => b - a));
    const odd = order([{ ...relations[0]!, surplus: null }, relations[1]!], 'surplus');
    expect(odd[0]).toBe(relations[1]);
  });

  it('gives the corrected vectors of any documents', () => {
    const instrument = open(large());
    const all = instrument.matrix('documents');
    const { data, rows, dims } = instrument.vectors(['s01', 'd02']);
    expect([rows, dims]).toEqual([2, DIMS]);
    const at = all.ids.indexOf('d02') * DIMS;
    expect(data.subarray(DIMS)).toEqual(all.matrix.data.subarray(at, at + DIMS));
    expect(instrument.vectors([]).rows).toBe(0);
    expect(() => instrument.vectors(['nobody'])).toThrow('nobody');
  });
});

describe('a scenario typed on the spot', () => {
  const typed = new Writer(40).document('typed', 'evaluation', new Author(41).passages(2));

  it('is ranked and compared like one of the corpus, and changes nothing else', () => {
    const [instrument, without] = [open(large()), open(large())];
    const before = JSON.stringify([without.rankDocuments('s00'), without.matrix('passages').ids]);
    instrument.setProbe(typed);
    expect(instrument.rankDocuments('typed').relations).toHaveLength(45);
    expect(instrument.evidence('d03', 'typed').rows).toHaveLength(2);
    expect(instrument.search('typed')).toEqual([]);
    expect(instrument.table().scenarios).toHaveLength(12);
    expect(instrument.rankScenarios('d03').relations).toHaveLength(12);
    expect(instrument.diagnose().documents).toBe(57);
    expect(
      JSON.stringify([instrument.rankDocuments('s00'), instrument.matrix('passages').ids]),
    ).toBe(before);
    expect(() => instrument.neighbours('documents', 'typed', null, 3)).toThrow('typed');
  });

  it('is measured against the reference exactly as if it were in the corpus', () => {
    const [beside, inside] = [open(large()), open([...large(), typed])];
    beside.setProbe(typed);
    const pick = (instrument: Instrument) =>
      instrument
        .rankDocuments('typed')
        .relations.map(
          ({ document: id, relatedness, percentile, surplus, littleWording, leakage }) => ({
            id,
            relatedness,
            percentile,
            surplus,
            littleWording,
            leakage,
          }),
        );
    expect(pick(beside)).toEqual(pick(inside));
  });

  it('gives way to the next one and to none', () => {
    const instrument = open(large());
    instrument.setProbe(typed);
    const first = instrument.rankDocuments('typed');
    instrument.setProbe(new Writer(50).document('typed', 'evaluation', new Author(51).passages(2)));
    expect(instrument.rankDocuments('typed').nulls).not.toEqual(first.nulls);
    const broken = { ...typed, vectors: new Float32Array(3) };
    expect(() => instrument.setProbe(broken)).toThrow('typed');
    expect(instrument.rankDocuments('typed').relations).toHaveLength(45);
    instrument.setProbe(null);
    expect(() => instrument.rankDocuments('typed')).toThrow('no evaluation typed');
  });
});
