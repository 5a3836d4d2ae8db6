import { describe, expect, it } from 'vitest';
import * as reach from '../../../../src/ui/words/reach.ts';
import * as reader from '../../../../src/ui/words/reader.ts';

/** Too few other documents. */
const ALONE = { corpusPercentile: null };

describe('a percentile in words', () => {
  it.each([
    [0.981, 'Closer than 98 of 100 neutral texts of this length'],
    [0.999, 'Closer than 99 of 100 neutral texts of this length'],
    [0.001, 'Closer than 1 of 100 neutral texts of this length'],
    [0.95, 'Closer than 95 of 100 neutral texts of this length'],
    [0.9583, 'Closer than 95.8 of 100 neutral texts of this length'],
    [0.978, 'Closer than 97 of 100 neutral texts of this length'],
    [1, 'Closer than every neutral text of this length'],
    [0, 'Closer than none of the neutral texts of this length'],
  ])('%d', (percentile, sentence) => {
    expect(reach.closerThan({ ...ALONE, percentile, windowSize: 3 }, 3)).toBe(sentence);
  });

  it.each([
    [null, 'No neutral texts to measure it against'],
    [0.879, 'Closer than 87 of 100 of the other training documents'],
    [1, 'Closer than all other training documents'],
    [0, 'Closer than none of the other training documents'],
  ])('is a place among one’s own where neutral texts have no vectors: %d', (own, sentence) => {
    const relation = { percentile: null, corpusPercentile: own, windowSize: 1 };
    expect(reach.closerThan(relation, 1)).toBe(sentence);
  });

  it('says so where a document is longer than the neutral texts', () => {
    expect(reach.closerThan({ ...ALONE, percentile: 0.98, windowSize: 3 }, 40)).toBe(
      'Closer than 98 of 100 neutral texts, read in stretches of 3 passages',
    );
  });

  it('comes with what it was measured against', () => {
    const nulls = [40, 120].map((windows) => ({
      scores: new Float32Array(windows),
      documents: 40,
    }));
    expect(reach.measuredAgainst(nulls)).toBe('40 to 120 stretches of 40 neutral texts');
    expect(reach.measuredAgainst(nulls.slice(1))).toBe('120 stretches of 40 neutral texts');
  });

  it('comes with its interval', () => {
    expect(reach.interval([0.9312, 1])).toBe('interval 93–100');
  });
});

describe('counts against chance', () => {
  const relations = Array.from({ length: 60 }, (_, i) => ({
    document: `d${i}`,
    scenario: 's',
    relatedness: 0,
    percentile: 0.5,
    interval: null,
    windowSize: 1,
    tfidf: 0,
    overlap: 0.2,
    bm25: 0,
    corpusPercentile: null,
    surplus: 0.5,
    surplusInterval: null,
    littleWording: false,
    leakage: null,
    csls: null,
    lists: null,
  }));
  const ranking = {
    relations,
    nulls: [],
    passing: { observed: 9, expected: 3 },
    surplusPassing: { observed: 0, expected: 3 },
    littleWordingPassing: { observed: 0, expected: 0 },
    hubs: null,
  };

  it('stand above a list of documents', () => {
    expect(reach.passing(ranking, 'scenario')).toBe(
      '9 of 60 documents are closer than all but the closest 5 of 100 neutral texts; chance alone would put about 3 there.',
    );
  });

  it('stand above a list of scenarios', () => {
    expect(reach.passing(ranking, 'document')).toContain(
      '9 of 60 scenarios: this document is closer to them',
    );
  });
});

describe('what goes with a claim', () => {
  const nulls = (...shares: number[]) => ({
    nulls: shares.map((wordingExplains) => ({
      scenario: 's',
      windowSize: 1,
      distribution: { scores: new Float32Array(), documents: 0 },
      overlap: new Float32Array(),
      wordingExplains,
    })),
  });

  it('is that the document quotes the test', () => {
    const pair = { ...ALONE, percentile: 0.98, windowSize: 3, leakage: ['run'] as const };
    expect(reach.claim(pair, 3)).toBe(
      'Closer than 98 of 100 neutral texts of this length, and it quotes the test',
    );
    expect(reach.claim({ ...pair, leakage: null }, 3)).not.toContain('quotes');
  });

  it('follows how much wording explains', () => {
    expect(reach.wordingExplains(nulls())).toBeNull();
    expect(reach.wordingExplains(nulls(0.002))).toMatch(/explains 0\.2% .* little more/);
    expect(reach.wordingExplains(nulls(0.08, 0.08))).toMatch(/explains 8% .* some places/);
    expect(reach.wordingExplains(nulls(0.002, 0.24))).toMatch(/0\.2% to 24% .* many places/);
  });

  it('is how many chance would give, however few', () => {
    const relations = [{ littleWording: true }, { littleWording: null }] as never;
    const passing = (expected: number) =>
      reach.labelled({ relations, littleWordingPassing: { observed: 1, expected } } as never);
    expect(passing(0.02)).toBe('1 of 1; by chance fewer than 0.1');
    expect(passing(0)).toBe('1 of 1; by chance about 0');
  });

  it('is a surplus in words, never rounded up', () => {
    expect(reach.beyondWording(0.919)).toBe('above 91 of 100 neutral texts');
    expect(reach.beyondWording(1)).toBe('above every neutral text');
    expect(reach.beyondWording(0)).toBe('above no neutral text');
  });

  it('is why there is no place within a small corpus', () => {
    expect(reach.amongOthers({ corpusPercentile: null })).toContain('30 others');
    expect(reach.amongOthers({ corpusPercentile: 0.758 })).toBe('closer than 75 of 100');
  });
});

/** Every string of a words module, functions called with plain arguments. */
function* strings(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value) {
    for (const part of Object.values(value)) yield* strings(part);
  }
}

it('claims no more than METHODS §9 allows', () => {
  for (const sentence of [...strings({ ...reach }), ...strings({ ...reader })]) {
    expect(sentence).not.toMatch(/\b(causes?|proves?|proof|aligns?|aligned|Oops)\b/i);
  }
});
