import { readFileSync } from 'node:fs';
import { Tokenizer } from '@huggingface/tokenizers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTokenizer } from '../../../../../src/core/encoders/static/tokenizer.ts';
import { WordPiece } from '../../../../../src/core/encoders/static/wordpiece.ts';
import { TOKENS, tokenizerJson } from './tokenizer-json.ts';

const BUNDLED = 'public/models/parable-static-100d/tokenizer.json';

/** UTF-16 units. */
const MEGABYTE = 2 ** 20;

/** Ids as the reference library gives them, special tokens of the template left out. */
function reference(json: string): (text: string) => number[] {
  const library = new Tokenizer(JSON.parse(json) as object, {});
  return (text) => library.encode(text, { add_special_tokens: false }).ids;
}

async function ours(json: string): Promise<(text: string) => number[]> {
  const tokenizer = await readTokenizer(json, 'test');
  expect(tokenizer).toBeInstanceOf(WordPiece);
  return (text) => Array.from(tokenizer.encode(text));
}

/** Strings made to hurt: every kind of character that the normaliser treats in its own way. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...TOKENS.map((token) => token.replace('##', ''))),
      fc.constantFrom(' ', '  ', '\n', '\t', '\r\n', '\u00a0', '\u2003', '\u3000', '\v', '\f'),
      fc.constantFrom('é', 'e\u0301', 'Å', 'ñ', 'İ', 'ı', 'ẞ', 'Ǆ', 'ﬁ', '½', '²', 'Σ', 'ΟΔΟΣ'),
      fc.constantFrom('\0', '\u0007', '\u007f', '\u0085', '\u00ad', '\u200b', '\u200d', '\ufeff'),
      fc.constantFrom('\ufffd', '\ue000', '\ud83d', '\ude00', '😀', '👩‍👩‍👧', '🇫🇷', '❤️'),
      fc.constantFrom('中', '文', '豈', '𠀀', '한', '日本語', 'ไทย', 'हिन्दी', 'שלום', 'عربي'),
      fc.constantFrom('[UNK]', '[CLS]', '[PAD]', '[cls]', '[', ']', '`', '^', '|', '€', '©', '–'),
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.string({ maxLength: 8 }),
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

describe('identity with @huggingface/tokenizers', () => {
  for (const options of [
    {},
    { lowercase: false },
    { lowercase: false, strip_accents: true },
    { strip_accents: false },
    { clean_text: false },
    { handle_chinese_chars: false },
  ]) {
    test(`random strings, ${JSON.stringify(options)}`, async () => {
      const json = JSON.stringify(tokenizerJson(TOKENS, options));
      const [expected, found] = [reference(json), await ours(json)];
      fc.assert(
        fc.property(hostile, (text) => {
          expect(found(text)).toEqual(expected(text));
        }),
        { numRuns: 1500, seed: 1 },
      );
    });
  }

  test('20,000 random strings on the bundled tokenizer', async () => {
    const json = readFileSync(BUNDLED, 'utf8');
    const [expected, found] = [reference(json), await ours(json)];
    fc.assert(
      fc.property(hostile, (text) => {
        expect(found(text)).toEqual(expected(text));
      }),
      { numRuns: 20_000, seed: 2 },
    );
  });

  test('texts of a megabyte on the bundled tokenizer', async () => {
    const json = readFileSync(BUNDLED, 'utf8');
    const [expected, found] = [reference(json), await ours(json)];
    const units = ['shipmind', 'é', '中', '😀', 'a,', '\ud83d', 'Der Fluß, naïve\u00a0shíps. '];
    for (const unit of [...units, fc.sample(hostile, { numRuns: 2000, seed: 5 }).join(' ')]) {
      const text = unit.repeat(Math.ceil(MEGABYTE / unit.length)).slice(0, MEGABYTE);
      const [ids, theirs] = [found(text), expected(text)];
      // Not toEqual on a million numbers: it takes longer than both tokenizers.
      expect(ids.length).toBe(theirs.length);
      expect(ids.findIndex((id, at) => id !== theirs[at])).toBe(-1);
    }
  }, 120_000);

  test('added tokens that are looked for in normalised text', async () => {
    const file = tokenizerJson(TOKENS);
    file.added_tokens.push({
      ...file.added_tokens[0]!,
      id: 400,
      content: 'Ship Mind',
      normalized: true,
      special: false,
    });
    const json = JSON.stringify(file);
    const [expected, found] = [reference(json), await ours(json)];
    for (const text of [
      'the SHIP mind refused',
      'Ship Mind',
      'a ship\tmind',
      'shíp mindship mind',
    ]) {
      expect(found(text)).toEqual(expected(text));
    }
  });
});

describe('WordPiece', () => {
  const json = JSON.stringify(tokenizerJson(TOKENS));
  const id = (token: string) => tokenizerJson(TOKENS).model.vocab[token];

  test('splits a word into its longest pieces', async () => {
    expect((await ours(json))('Unkinds')).toEqual([id('un'), id('##kind'), id('##s')]);
  });

  test('gives the same ids when a word comes again', async () => {
    const tokens = await ours(json);
    expect(tokens('naïve Refused naïve refused')).toEqual(tokens('naive refused NAÏVE refused'));
    expect(tokens('refused')).toEqual([id('refuse'), id('##d')]);
  });

  test('takes a word longer than the limit as unknown', async () => {
    const tokens = await ours(json);
    expect(tokens('a'.repeat(101))).toEqual([id('[UNK]')]);
    expect(tokens('a'.repeat(100))).toHaveLength(100);
  });
});
