import { mean } from 'd3';
import { describe, expect, it } from 'vitest';
import {
  agreementInSteps,
  type AgreementReport,
} from '../../../../src/core/agreement/agreement.ts';
import { robustness as robustPairs } from '../../../../src/core/agreement/robust.ts';
import type { EncodedCorpus } from '../../../../src/core/agreement/standpoint.ts';
import { Instrument } from '../../../../src/core/relate/instrument.ts';
import { CORRECTIONS } from '../../../../src/core/space/correction.ts';
import { fitCorrection } from '../../../../src/core/space/fit-correction.ts';
import { Author, DIMS, document } from '../relate/sample.ts';

/** Training documents of which the first six are near to the one direction of all scenarios. */
function corpusOf(seed: number, encoder: string, training = 40, scenarios = 3): EncodedCorpus {
  const author = new Author(seed);
  const reference = author.reference(60, 3);
  const common = author.direction();
  const documents = [
    ...Array.from({ length: training }, (_, i) =>
      document(`d${i}`, 'training', i < 6 ? [author.near(common, 0.5)] : author.passages(2)),
    ),
    ...Array.from({ length: scenarios }, (_, i) =>
      document(`s${i}`, 'evaluation', [author.near(common, 0.3), author.near(common, 0.3)]),
    ),
  ];
  return { encoder, dims: DIMS, reference, documents };
}

/** The same space in other coordinates: every dimension moved on by one and every other one turned. */
function turned(corpus: EncodedCorpus): EncodedCorpus {
  const turn = (rows: Float32Array): Float32Array<ArrayBuffer> =>
    rows.map((_, i) => {
      const at = i - (i % DIMS) + (((i % DIMS) + 1) % DIMS);
      return rows[at]! * (i % 2 === 0 ? 1 : -1);
    });
  return {
    ...corpus,
    encoder: 'turned',
    reference: corpus.reference.map((each) => ({ ...each, vectors: turn(each.vectors) })),
    documents: corpus.documents.map((each) => ({ ...each, vectors: turn(each.vectors) })),
  };
}

async function report(
  own: EncodedCorpus,
  other: EncodedCorpus | null,
): Promise<{ report: AgreementReport; shares: number[] }> {
  const shares: number[] = [];
  const work = agreementInSteps(own, other, 'centre', 3);
  for (;;) {
    const step = await work.next();
    if (step.done) return { report: step.value, shares };
    shares.push(step.value);
  }
}

describe('two encoders', () => {
  it('that place all texts alike agree in full, under every correction', async () => {
    const own = corpusOf(1, 'own');
    const { encoders, robustness } = (await report(own, turned(own))).report;
    expect(encoders.map(({ from, to }) => [from.encoder, to.encoder, to.correction])).toEqual(
      CORRECTIONS.map((correction) => ['own', 'turned', correction]),
    );
    for (const { tau, shared, k, byScenario } of encoders) {
      expect(tau!.value).toBeGreaterThan(0.99);
      expect(byScenario).toHaveLength(3);
      expect(shared!.value).toBeGreaterThan(0.97 * k);
    }
    expect(robustness.standpoints).toBe(8);
  });

  it('that have nothing in common agree as chance would', async () => {
    const own = corpusOf(1, 'own', 120);
    const other = corpusOf(2, 'other', 120);
    const unplanted = (corpus: EncodedCorpus): EncodedCorpus => ({
      ...corpus,
      documents: corpus.documents.filter(({ id }) => !/^d[0-5]$/.test(id)),
    });
    const { encoders } = (await report(unplanted(own), unplanted(other))).report;
    const centred = encoders[CORRECTIONS.indexOf('centre')]!;
    const [low, high] = centred.tau!.interval!;
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0);
    expect(centred.chance).toBeCloseTo(100 / 113, 12);
    expect(Math.abs(centred.shared!.value - centred.chance)).toBeLessThan(0.3);
  });
});

describe('a robust pair', () => {
  it('is related from every standpoint, and the planted ones are', async () => {
    const own = corpusOf(1, 'own');
    const { robustness } = (await report(own, corpusOf(5, 'other'))).report;
    const planted = ['d0', 'd1', 'd2', 'd3', 'd4', 'd5'];
    const isRobust = robustPairs(robustness);
    const robust = planted.flatMap((id) =>
      robustness.scenarios.filter((scenario) => isRobust(id, scenario)),
    );
    expect(robust.length).toBeGreaterThan(12);
    expect(isRobust('d39', 's0')).toBe(false);
    expect(isRobust('not here', 's0')).toBeNull();
    expect(robustness.robust).toBeGreaterThanOrEqual(robust.length);
    expect(robustness.here).toBeGreaterThanOrEqual(robustness.robust);
    expect(robustness.closest).toHaveLength(Math.min(20, robustness.robust));
    for (const { document: id, scenario } of robustness.closest) {
      expect(isRobust(id, scenario)).toBe(true);
    }
  });

  it('is counted where the instrument itself says that it is beyond the 95th percentile', async () => {
    const own = corpusOf(1, 'own');
    const { robustness } = (await report(own, null)).report;
    const expected = new Map<string, number>();
    for (const name of CORRECTIONS) {
      const instrument = new Instrument(
        own.reference,
        DIMS,
        3,
        await fitCorrection(name, own.reference, DIMS),
      );
      instrument.update({ add: own.documents, remove: [] });
      for (const { document: id, percentile } of instrument.rankDocuments('s1').relations) {
        expected.set(id, (expected.get(id) ?? 0) + (percentile! > 0.95 ? 1 : 0));
      }
    }
    const at = robustness.scenarios.indexOf('s1');
    for (const [i, id] of robustness.documents.entries()) {
      expect(robustness.passes[i * robustness.scenarios.length + at]).toBe(expected.get(id));
    }
  });
});

describe('the report', () => {
  it('compares the correction in use with the others, and needs no second encoder', async () => {
    const { report: alone, shares } = await report(corpusOf(1, 'own'), null);
    expect(alone.encoders).toEqual([]);
    expect(alone.corrections.map(({ from, to }) => [from.correction, to.correction])).toEqual([
      ['centre', 'none'],
      ['centre', 'top'],
      ['centre', 'whiten'],
    ]);
    expect(alone.robustness.standpoints).toBe(4);
    expect(alone.compared).toEqual({ documents: 40, scenarios: 3 });
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(mean(shares)).toBeGreaterThan(0);
    expect(shares.at(-1)).toBe(1);
  });

  it.each([
    [0, 0],
    [1, 1],
    [2, 1],
    [3, 0],
  ])('is defined for %i documents and %i scenarios', async (training, scenarios) => {
    const own = corpusOf(1, 'own', training, scenarios);
    const { encoders } = (await report(own, turned(own))).report;
    for (const { tau, shared } of encoders) {
      expect(tau === null).toBe(training < 2 || scenarios === 0);
      expect(shared === null).toBe(training < 2);
      expect(tau?.value).not.toBeNaN();
      expect(shared?.value).not.toBeNaN();
    }
  });

  it('does not depend on the order in which documents come', async () => {
    const own = corpusOf(1, 'own');
    const backwards = (corpus: EncodedCorpus): EncodedCorpus => ({
      ...corpus,
      documents: corpus.documents.toReversed(),
    });
    const other = corpusOf(5, 'other');
    const { encoders } = (await report(own, other)).report;
    const reversed = (await report(backwards(own), backwards(other))).report;
    for (const [i, { tau, shared }] of encoders.entries()) {
      expect(reversed.encoders[i]!.tau!.value).toBeCloseTo(tau!.value, 12);
      expect(reversed.encoders[i]!.shared!.value).toBeCloseTo(shared!.value, 12);
    }
  });
});

describe('without a reference', () => {
  it('nothing is robust, and the rest is compared all the same', async () => {
    const bare = (corpus: EncodedCorpus): EncodedCorpus => ({ ...corpus, reference: [] });
    const own = bare(corpusOf(1, 'own'));
    const { encoders, robustness } = (await report(own, turned(own))).report;
    expect(encoders[0]!.tau!.value).toBeGreaterThan(0.99);
    expect(Math.max(...robustness.passes)).toBe(0);
  });
});
