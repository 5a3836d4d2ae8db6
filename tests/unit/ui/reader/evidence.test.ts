import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceRows, relatedness } from '../../../../src/core/relate/late-interaction.ts';
import {
  heaviest,
  liftedLinks,
  lineWidth,
  linksOf,
  meanContribution,
  MOST_MATCHES,
  MOST_ROWS,
  pairsOf,
  touched,
} from '../../../../src/ui/reader/evidence.ts';
import { madeEvidence, match } from './fixtures.ts';

describe('how the number is made', () => {
  it('reproduces s to the last bit from the contributions that are listed', () => {
    const table = fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 30 }))
      .chain(([rows, columns]) =>
        fc.record({
          rows: fc.constant(rows),
          columns: fc.constant(columns),
          values: fc
            .array(fc.double({ min: -1, max: 1, noNaN: true }), {
              minLength: rows * columns,
              maxLength: rows * columns,
            })
            .map((values) => Float64Array.from(values)),
        }),
      );
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 8 }), (cosines, runLength) => {
        const s = relatedness(cosines, { start: 0, count: cosines.columns }, runLength);
        expect(meanContribution(evidenceRows(cosines, runLength))).toBe(s);
      }),
    );
  });
});

describe('links', () => {
  it('draws the heaviest matches of a long document only', () => {
    const many = Array.from({ length: 9 }, (_, i) => match(i, 0.5, 0.3 - i / 100));
    const links = linksOf(madeEvidence(many));
    expect(links.map(({ passage }) => passage)).toEqual([0, 1, 2]);
    expect(links).toHaveLength(MOST_MATCHES);
  });

  it('draws those scenario passages of a long scenario that add most, in reading order', () => {
    const rows = Array.from({ length: MOST_ROWS + 5 }, (_, i) => [match(0, i / 100)]);
    const links = linksOf(madeEvidence(...rows));
    expect(links.map(({ scenarioPassage }) => scenarioPassage)).toEqual(
      Array.from({ length: MOST_ROWS }, (_, i) => i + 5),
    );
  });

  it('lifts a passage with all its partners, and a single line with its two ends', () => {
    const links = linksOf(madeEvidence([match(1, 0.5)], [match(1, 0.7)], [match(0, 0.2)]));
    expect(touched(liftedLinks(links, { document: 1 })).scenario).toEqual(new Set([0, 1]));
    expect(touched(liftedLinks(links, { scenario: 2 })).document).toEqual(new Set([0]));
    expect(liftedLinks(links, { scenario: 1, document: 1 })).toHaveLength(1);
    expect(liftedLinks(links, null)).toEqual([]);
    expect(heaviest(liftedLinks(links, { document: 1 }))?.scenarioPassage).toBe(1);
  });

  it('pairs each scenario passage with the match that adds most', () => {
    const links = linksOf(madeEvidence([match(4, 0.5, 0.6), match(2, 0.9, 0.4)], [match(0, 0.1)]));
    expect(pairsOf(links).map(({ passage }) => passage)).toEqual([2, 0]);
  });

  it('draws lines of 1 to 2 px, heavier for a greater cosine', () => {
    expect(lineWidth(-0.4)).toBe(1);
    expect(lineWidth(0.25)).toBeLessThan(lineWidth(0.5));
    expect(lineWidth(1)).toBe(2);
  });
});
