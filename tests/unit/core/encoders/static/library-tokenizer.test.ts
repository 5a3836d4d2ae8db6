import { Tokenizer as Library } from '@huggingface/tokenizers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutAtSpaces } from '../../../../../src/core/encoders/static/cut-text.ts';
import { readTokenizer } from '../../../../../src/core/encoders/static/tokenizer.ts';
import { TEXT_SLICE } from '../../../../../src/core/limits.ts';
import { byteLevelBpe, unigram } from '../../../../../scripts/tiny-tokenizers.ts';

test('a text is cut into parts that are the text, none too long, no character halved', () => {
  const text = fc
    .array(fc.constantFrom(' ', '  ', 'a', 'word', '😀', '\ud83d', '\ude00', '\n', '中'))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 9 }), (whole, max) => {
      const parts = cutAtSpaces(whole, max);
      expect(parts.join('')).toBe(whole);
      expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(max);
      expect(parts.flatMap((part) => Array.from(part))).toEqual(Array.from(whole));
    }),
    { seed: 4 },
  );
});

test('a part ends between words where it can', () => {
  expect(cutAtSpaces('one two three', 9)).toEqual(['one two', ' three']);
  expect(cutAtSpaces('one  two three', 9)).toEqual(['one  two', ' three']);
  expect(cutAtSpaces('onetwothree', 4)).toEqual(['onet', 'woth', 'ree']);
  expect(cutAtSpaces('', 4)).toEqual(['']);
});

test.each([
  [
    'BPE',
    byteLevelBpe([
      ['e', 'a'],
      ['s', 't'],
      ['ea', 'st'],
      ['Ġ', 'east'],
    ]),
  ],
  [
    'Unigram',
    unigram([
      ['▁east', -1],
      ['▁', -2],
      ['w', -3],
      ['est', -3],
      ['s', -4],
      ['▁no', -2],
    ]),
  ],
])('%s gives the tokens of the whole text, though it is read in parts', async (_, file) => {
  const words = ['east', 'west', 'no', "it's", 'é', '中文', '42', '-', 'east\nwest', '😀'];
  const text = Array.from({ length: 12_000 }, (__, i) => words[(i * i + 3 * i) % 10]!).join(' ');
  expect(text.length).toBeGreaterThan(1.3 * TEXT_SLICE);
  const { ids } = new Library(file, {}).encode(text, { add_special_tokens: false });
  const tokenizer = await readTokenizer(JSON.stringify(file), 'test');
  expect(Array.from(tokenizer.encode(text))).toEqual(ids);
});
