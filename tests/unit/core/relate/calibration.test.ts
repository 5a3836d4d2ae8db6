import { describe, expect, it } from 'vitest';
import { Instrument } from '../../../../src/core/relate/instrument.ts';
import { Author, DIMS, document } from './sample.ts';

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
