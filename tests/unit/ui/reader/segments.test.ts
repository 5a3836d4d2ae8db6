import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../../../src/core/corpus/model.ts';
import { segments } from '../../../../src/ui/reader/segments.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 200 });
const anySpan = fc
  .tuple(fc.integer({ min: -5, max: 220 }), fc.integer({ min: -5, max: 40 }))
  .map(([start, size]): Span => ({ start, end: start + size }));

/** Passages in reading order, some touching, some apart. */
const anyPassages = fc
  .array(fc.integer({ min: 1, max: 60 }), { maxLength: 10 })
  .map((gaps): Span[] => {
    let at = 0;
    return gaps.map((gap, i) => {
      const start = i % 2 ? at : at + (gap % 3);
      at = start + gap;
      return { start, end: at };
    });
  });

const anyCut = fc.record({
  passages: anyPassages,
  shared: fc.array(anySpan, { maxLength: 12 }),
  quoted: fc.array(anySpan, { maxLength: 4 }),
  lit: fc.option(fc.uniqueArray(fc.nat(10)).map((all) => new Set(all))),
});

const within = (spans: readonly Span[], at: number): boolean =>
  spans.some(({ start, end }) => start <= at && at < end);

describe('segments', () => {
  it('loses and repeats no character', () => {
    fc.assert(
      fc.property(anyText, anyCut, (text, cut) => {
        const runs = segments(text, cut);
        expect(runs.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
        expect(runs.every(({ start, end }) => start < end)).toBe(true);
      }),
    );
  });

  it('says of every character what its spans say', () => {
    fc.assert(
      fc.property(anyText, anyCut, (text, cut) => {
        for (const { start, end, passage, shared, quoted, dim } of segments(text, cut)) {
          for (let at = start; at < end; at++) {
            const own = cut.passages.findIndex((span) => within([span], at));
            expect(passage).toBe(own === -1 ? null : own);
            expect(shared).toBe(within(cut.shared, at));
            expect(quoted).toBe(within(cut.quoted, at));
            expect(dim).toBe(cut.lit !== null && !cut.lit.has(own));
          }
        }
      }),
    );
  });

  it('splits a shared word that crosses the border of two passages', () => {
    const runs = segments('one two three', {
      passages: [
        { start: 0, end: 6 },
        { start: 6, end: 13 },
      ],
      shared: [{ start: 4, end: 7 }],
      lit: new Set([1]),
    });
    expect(runs).toEqual([
      { start: 0, end: 4, passage: 0, shared: false, quoted: false, dim: true },
      { start: 4, end: 6, passage: 0, shared: true, quoted: false, dim: true },
      { start: 6, end: 7, passage: 1, shared: true, quoted: false, dim: false },
      { start: 7, end: 13, passage: 1, shared: false, quoted: false, dim: false },
    ]);
  });

  it('gives nothing for an empty text', () => {
    expect(segments('', { passages: [], shared: [], lit: null })).toEqual([]);
  });
});
