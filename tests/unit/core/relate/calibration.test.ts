import { describe, expect, it } from 'vitest';
import { Instrument } from '../../../../src/core/relate/instrument.ts';
import type { Relation } from '../../../../src/core/relate/types.ts';
import { Author, DIMS, document, Writer } from './sample.ts';

/** A reference, documents drawn like it, and scenarios of another origin. */
function draw(passages: number, seed: number) {
  const author = new Author(seed);
  const instrument = new Instrument(author.reference(200, 3), DIMS, 1);
  const add = Array.from({ length: 300 }, (_, i) =>
    document(`d${i}`, 'training', author.passages(passages)),
  );
  const scenario = author.passages(5);
  instrument.update({ add: [...add, document('s', 'evaluation', scenario)], remove: [] });
  return { author, instrument, scenario };
}

describe('percentiles of documents like the reference', () => {
  it.each([1, 2, 3])('of %i passages are about uniform', (passages) => {
    const { instrument } = draw(passages, 10 + passages);
    const { relations, passing } = instrument.rankDocuments('s');
    const ascending = relations.map(({ percentile }) => percentile!).toReversed();
    const distance = Math.max(...ascending.map((p, i) => Math.abs(p - (i + 0.5) / 300)));
    // Kolmogorov–Smirnov at .001 for samples of 300 and, cautiously, 200.
    expect(distance).toBeLessThan(1.95 * Math.sqrt(1 / 300 + 1 / 200));
    expect(passing.expected).toBeCloseTo(15, 9);
    expect(passing.observed).toBeGreaterThan(3);
    expect(passing.observed).toBeLessThan(35);
  });

  it('of many passages lie about the middle, with no more above the 95th', () => {
    const { relations, passing } = draw(12, 20).instrument.rankDocuments('s');
    const mean = relations.reduce((sum, { percentile }) => sum + percentile!, 0) / 300;
    expect(mean).toBeGreaterThan(0.4);
    expect(mean).toBeLessThan(0.6);
    expect(passing.observed).toBeLessThanOrEqual(35);
  });
});

describe('a planted relation', () => {
  it('comes first, passes, and is shown in the passages that carry it', () => {
    const { author, instrument, scenario } = draw(3, 30);
    const planted = author.passages(3);
    planted[1] = author.near(scenario[2]!, 0.4);
    planted[2] = author.near(scenario[4]!, 0.4);
    instrument.update({ add: [document('planted', 'training', planted)], remove: [] });
    const [first] = instrument.rankDocuments('s').relations;
    expect(first).toMatchObject({ document: 'planted' });
    expect(first!.percentile).toBeGreaterThan(0.95);
    expect(first!.interval![0]).toBeGreaterThan(0.9);
    const { rows } = instrument.evidence('planted', 's');
    expect(rows[2]!.matches[0]!.passage).toBe(1);
    expect(rows[4]!.matches[0]!.passage).toBe(2);
  });
});

/** Largest distance of a quantity of 300 relations from uniform. */
function distance(relations: readonly Relation[], of: 'percentile' | 'surplus'): number {
  const ascending = relations.map((relation) => relation[of]!).sort((a, b) => a - b);
  return Math.max(...ascending.map((p, i) => Math.abs(p - (i + 0.5) / ascending.length)));
}

/** A reference with words, documents drawn like it and a scenario; words move vectors or do not. */
function drawWorded(passages: number, seed: number) {
  const [author, writer] = [new Author(seed), new Writer(seed + 1)];
  const instrument = new Instrument(writer.reference(200, author), DIMS, 1);
  const scenario = writer.document('s', 'evaluation', author.passages(5));
  const documents = Array.from({ length: 300 }, (_, i) =>
    writer.document(`d${i}`, 'training', author.passages(passages)),
  );
  instrument.update({ add: [...documents, scenario], remove: [] });
  return { instrument, author, writer, scenario };
}

describe('the surplus of documents like the reference', () => {
  it.each([1, 2, 3])('of %i passages is about uniform', (passages) => {
    const { relations, nulls, surplusPassing } = drawWorded(
      passages,
      50 + passages,
    ).instrument.rankDocuments('s');
    expect(distance(relations, 'surplus')).toBeLessThan(1.95 * Math.sqrt(1 / 300 + 1 / 200));
    expect(surplusPassing.expected).toBeCloseTo(15, 9);
    expect(surplusPassing.observed).toBeGreaterThan(3);
    expect(surplusPassing.observed).toBeLessThan(35);
    // Words and vectors are drawn apart: five standard errors of R² under independence.
    for (const { wordingExplains } of nulls) expect(wordingExplains).toBeLessThan(0.06);
  });

  it('is the percentile but for what words explain', () => {
    const { relations } = drawWorded(2, 60).instrument.rankDocuments('s');
    for (const { surplus, surplusInterval } of relations) {
      expect(surplusInterval![0]).toBeLessThanOrEqual(surplus!);
      expect(surplusInterval![1]).toBeGreaterThanOrEqual(surplus!);
    }
  });

  it('takes out what wording brings', () => {
    const { author, writer, scenario } = drawWorded(1, 70);
    // Every text that quotes a third of the scenario's words lies as much nearer to it.
    const directions = Array.from({ length: 5 }, () => author.direction());
    const worded = (id: string, i: number) => {
      const share = (i % 10) / 10;
      const own = writer.document(id, 'training', [
        author.near(directions[0]!.map((value) => value * share)),
      ]);
      const quoted = scenario.text.split(/\s/).filter((_, at) => (at * 7) % 100 < share * 40);
      const text = `${own.text} ${quoted.join(' ')}`;
      return { ...own, text, passages: [{ start: 0, end: text.length }] };
    };
    const reference = Array.from({ length: 200 }, (_, i) => ({
      genre: `genre ${i % 10}`,
      ...worded(`r${i}`, i),
    }));
    const test = document(
      's',
      'evaluation',
      directions.map(() => directions[0]!),
      scenario.text,
    );
    const instrument = new Instrument(reference, DIMS, 1);
    const quoting = Array.from({ length: 30 }, (_, i) => worded(`q${i}`, 9 + 10 * i));
    instrument.update({ add: [...quoting, test], remove: [] });
    const { relations, nulls } = instrument.rankDocuments('s');
    const mean = (of: 'percentile' | 'surplus') =>
      relations.reduce((sum, relation) => sum + relation[of]!, 0) / relations.length;
    expect(nulls[0]!.wordingExplains).toBeGreaterThan(0.2);
    expect(mean('percentile')).toBeGreaterThan(0.7);
    expect(mean('surplus')).toBeLessThan(mean('percentile') - 0.15);
  });
});

describe('the label of little shared wording', () => {
  it('is as rare among documents like the reference as among its windows', () => {
    const { relations, littleWordingPassing } = drawWorded(2, 80).instrument.rankDocuments('s');
    for (const { littleWording, percentile } of relations) {
      if (littleWording) expect(percentile).toBeGreaterThan(0.95);
    }
    expect(littleWordingPassing.expected).toBeLessThanOrEqual(15);
    expect(littleWordingPassing.observed).toBeLessThan(35);
  });

  it('is given to a planted relation in other words, and not in the same', () => {
    const { instrument, author, scenario } = drawWorded(3, 90);
    const rows = Array.from({ length: 3 }, () => author.direction());
    const test = document('t', 'evaluation', rows, scenario.text);
    const near = rows.map((row) => author.near(row, 0.3));
    const add = [
      test,
      document('other words', 'training', near, 'zebra quokka ibex'),
      document('same words', 'training', near, scenario.text),
    ];
    instrument.update({ add, remove: [] });
    const { relations, littleWordingPassing } = instrument.rankDocuments('t');
    const of = (id: string) => relations.find(({ document: each }) => each === id)!;
    expect(of('other words').littleWording).toBe(true);
    expect(of('other words').surplus).toBeGreaterThan(0.95);
    expect(of('same words')).toMatchObject({
      littleWording: false,
      leakage: ['run', 'containment'],
    });
    expect(littleWordingPassing.observed).toBeGreaterThan(0);
  });
});
