import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../../../src/core/corpus/model.ts';
import { paragraphsOf } from '../../../../src/ui/reader/paragraphs.ts';
import { segments } from '../../../../src/ui/reader/segments.ts';
import { runsWithin } from '../../../../src/ui/reader/runs-within.ts';
import { sheetAt, sheetsOf, spansWithin } from '../../../../src/ui/reader/sheets.ts';

const words = fc
  .array(fc.constantFrom('harbour', 'light.', 'the keeper', '\n', '\n\n', ' ', '\r\n'), {
    minLength: 2000,
    maxLength: 4000,
    size: 'max',
  })
  .map((parts) => parts.join(' '));

const evenly = (length: number, size: number): Span[] =>
  Array.from({ length: Math.ceil(length / size) }, (_, i) => ({
    start: i * size,
    end: Math.min(length, (i + 1) * size),
  }));

describe('sheets', () => {
  it('are the text, every character once', () => {
    fc.assert(
      fc.property(words, (text) => {
        const sheets = sheetsOf(text, evenly(text.length, 500));
        expect(sheets.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
      }),
      { numRuns: 30 },
    );
  });

  it('stay small in two million characters without a line break', () => {
    const text = 'word '.repeat(400_000);
    const sheets = sheetsOf(text, evenly(text.length, 600));
    expect(Math.max(...sheets.map(({ start, end }) => end - start))).toBeLessThan(13_000);
  });

  it('draw the same runs as the whole text', () => {
    fc.assert(
      fc.property(words, (text) => {
        const passages = evenly(text.length, 500);
        const shared = evenly(text.length, 90).filter((_, i) => i % 3 === 0);
        const quoted = evenly(text.length, 700).filter((_, i) => i % 2 === 1);
        const cut = { passages, shared, quoted, lit: new Set([1, 4, 9]) };
        const whole = segments(text, cut);
        const runs = sheetsOf(text, passages).flatMap((sheet) => runsWithin(text, sheet, cut));
        const at = (all: typeof runs, position: number): unknown => {
          const run = all.find(({ start, end }) => start <= position && position < end);
          return run && [run.passage, run.shared, run.quoted, run.dim];
        };
        for (let position = 0; position < text.length; position += 211) {
          expect(at(runs, position)).toEqual(at(whole, position));
        }
      }),
      { numRuns: 20 },
    );
  });

  it('are found by position', () => {
    const sheets = evenly(100, 10);
    expect(sheetAt(sheets, 0)).toBe(0);
    expect(sheetAt(sheets, 10)).toBe(1);
    expect(sheetAt(sheets, 100)).toBe(9);
    expect(spansWithin(sheets, { start: 15, end: 30 })).toEqual({ from: 1, to: 3 });
  });
});

describe('paragraphs', () => {
  it('lose nothing but line breaks and blank lines', () => {
    fc.assert(
      fc.property(words, (text) => {
        const passages = evenly(text.length, 37);
        const runs = segments(text, { passages, shared: [], lit: null });
        const joined = paragraphsOf(text, runs)
          .flatMap((paragraph) => paragraph.runs)
          .map(({ start, end }) => text.slice(start, end))
          .join('');
        expect(joined.replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
        expect(joined).not.toMatch(/[\r\n]/);
      }),
      { numRuns: 50 },
    );
  });

  it('tell a line break from an empty line', () => {
    const text = 'From: A\r\nTo: B\n\nHello.\n \nBye.';
    const runs = segments(text, { passages: [], shared: [], lit: null });
    const found = paragraphsOf(text, runs).map(({ runs: own, tight }) => [
      own.map(({ start, end }) => text.slice(start, end)).join(''),
      tight,
    ]);
    expect(found).toEqual([
      ['From: A', false],
      ['To: B', true],
      ['Hello.', false],
      ['Bye.', false],
    ]);
  });
});
