import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hash53 } from '../../../../../src/core/corpus/repeats/hash.ts';
import { hashedLines } from '../../../../../src/core/corpus/repeats/lines.ts';
import { printOf } from '../../../../../src/core/corpus/repeats/print.ts';

fc.configureGlobal({ numRuns: 500, seed: 20_261_126 });

/** Texts of all that could be taken for the wrong side of a word or a line. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom('a', 'B', ' ', '\n', '\t', '\v', '\f', '\r', '\x85', '\x1c', '\u00a0'),
      fc.constantFrom('\u1680', '\u2028', '\u3000', '\ufeff', '\u200b'),
      fc.constantFrom('\ud800', '\udc00', '😀', '𝒜', '𐐀', 'e\u0301', 'ﬁ', 'Σ', 'İ', '漢', '٣', '-'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
    ),
    { maxLength: 120 },
  )
  .map((parts) => parts.join(''));

it('is of the words in order, whatever stands between them', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const words =
        text
          .normalize('NFKC')
          .toLowerCase()
          .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
      expect(printOf(text).exact).toBe(hash53(words.join(' ')));
    }),
  );
});

it('is of every line of twenty characters, its white space collapsed', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const lines = text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
      const long = lines.filter((line) => line.length >= 20);
      expect(Array.from(hashedLines(text), ({ hash }) => hash)).toEqual(long.map(hash53));
    }),
  );
});

it('takes every unit for what the classes of Unicode say', () => {
  for (let unit = 0; unit < 0x10000; unit++) {
    const text = `a${String.fromCharCode(unit)}b`;
    const words =
      text
        .normalize('NFKC')
        .toLowerCase()
        .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    if (printOf(text).exact !== hash53(words.join(' '))) expect.fail(`U+${unit.toString(16)}`);
  }
});
