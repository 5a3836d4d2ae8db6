import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunk } from '../../../../src/core/corpus/chunk.ts';
import { sentences } from '../../../../src/core/corpus/sentences.ts';
import { countWords } from '../../../../src/core/corpus/words.ts';

/** A sentence of exactly so many words. */
function sentence(words: number): string {
  return `Word${' word'.repeat(words - 1)}.`;
}

function sizes(...words: number[]): number[] {
  const text = words.map(sentence).join(' ');
  return chunk(text).map(({ start, end }) => countWords(text, start, end));
}

describe('chunk: sizes in words', () => {
  it.each([
    { name: 'nothing', given: [], cut: [] },
    { name: 'one short sentence', given: [5], cut: [5] },
    { name: 'closes at the first boundary at 60', given: [20, 20, 20, 40, 20], cut: [60, 60] },
    { name: 'closes at the first boundary after 60', given: [40, 40, 40], cut: [80, 40] },
    { name: 'fills to the cap', given: [59, 61], cut: [120] },
    { name: 'closes before the cap is passed', given: [59, 62], cut: [59, 62] },
    { name: 'one sentence may exceed the cap', given: [10, 300, 70], cut: [10, 300, 70] },
    { name: 'a remainder of 29 joins', given: [60, 29], cut: [89] },
    { name: 'a remainder of 30 stands', given: [60, 30], cut: [60, 30] },
    { name: 'the last may reach 149', given: [59, 61, 29], cut: [149] },
  ])('$name', ({ given, cut }) => {
    expect(sizes(...given)).toEqual(cut);
  });
});

describe('chunk', () => {
  it('keeps a heading with the text after it', () => {
    const text = `${sentence(58)}\n\n## What it owed\n\n${sentence(60)}`;
    expect(chunk(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      sentence(58),
      `## What it owed\n\n${sentence(60)}`,
    ]);
  });

  it('lets a heading go where both would pass the cap', () => {
    const text = `# Title\n\n${sentence(120)}`;
    expect(chunk(text)).toHaveLength(2);
  });

  const junk = fc.array(
    fc.oneof(
      fc.constantFrom(' ', '\n', '\r\n', '\n\n', '. ', '! ', '# ', '- ', 'Mr. ', 'said', 'The'),
      fc.constantFrom('\ud800', '\udc00', '\u0301', '\u2028', '\ufeff', '\0', '漢', '😀', '“', '”'),
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.integer({ min: 1, max: 140 }).map((words) => `${sentence(words)} `),
    ),
    { maxLength: 60 },
  );

  it('covers every non-white character exactly once, trimmed and in order', () => {
    fc.assert(
      fc.property(junk, (parts) => {
        const text = parts.join('');
        let after = 0;
        for (const { start, end } of chunk(text)) {
          expect(text.slice(after, start).trim()).toBe('');
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(end).toBeGreaterThan(start);
          after = end;
        }
        expect(text.slice(after).trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });

  it('keeps sentences whole and to the sizes of docs/methods.md §2', () => {
    fc.assert(
      fc.property(junk, (parts) => {
        const text = parts.join('');
        const all = sentences(text);
        const starts = new Map(all.map((each, index) => [each.start, index]));
        const passages = chunk(text).map(({ start, end }) => {
          const first = starts.get(start) ?? NaN;
          const inside = all.slice(first).filter((each) => each.end <= end);
          expect(inside.at(-1)?.end).toBe(end);
          return { words: inside.reduce((sum, { words }) => sum + words, 0), inside };
        });
        for (const [index, { words, inside }] of passages.entries()) {
          const last = index === passages.length - 1;
          expect(words <= (last ? 149 : 120) || inside.some((each) => each.words > 91)).toBe(true);
          if (last && index > 0) expect(words).toBeGreaterThanOrEqual(30);
        }
      }),
      { numRuns: 500 },
    );
  });
});
