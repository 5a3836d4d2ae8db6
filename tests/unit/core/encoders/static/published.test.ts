import { describe, expect, test } from 'vitest';
import type { NamedTensor } from '../../../../../scripts/encoder/write-safetensors.ts';
import { readTokenizer } from '../../../../../src/core/encoders/static/tokenizer.ts';
import { BYTES, byteLevelBpe, unigram } from '../../../../../scripts/tiny-tokenizers.ts';
import { open } from './published.ts';
import { tokenizerJson } from './tokenizer-json.ts';

const near = (value: number) => expect.closeTo(value, 6) as number;
/** The unit vector of a direction. */
const towards = (x: number, y: number) => [x, y].map((v) => near(v / Math.hypot(x, y)));

/** Rows of two numbers; those that are not named are zero. */
function embeddings(size: number, rows: Readonly<Record<number, readonly [number, number]>>) {
  const data = new Float32Array(size * 2);
  for (const [id, row] of Object.entries(rows)) data.set(row, Number(id) * 2);
  return { name: 'embeddings', data, shape: [size, 2] } satisfies NamedTensor;
}

describe('byte-level BPE', () => {
  // Ids from 256 on: ea, st, east, Ġeast, then the special token.
  const file = byteLevelBpe([
    ['e', 'a'],
    ['s', 't'],
    ['ea', 'st'],
    ['Ġ', 'east'],
  ]);
  const id = (char: string) => BYTES.indexOf(char);
  const table = embeddings(261, {
    258: [3, 0],
    259: [0, 4],
    260: [100, 100],
    [id('e')]: [5, 0],
    [id('s')]: [0, 7],
    [0xc3]: [1, 0],
    [0xa9]: [0, 2],
    [0xef]: [0, -1],
  });

  test.each([
    // One token at the start of a text, another after a space.
    ['east', towards(3, 0)],
    ['east east', towards(3, 4)],
    ['east east east', towards(3, 8)],
    // e + as no merge, s alone: the bytes themselves.
    ['es', towards(5, 7)],
    // é is the bytes C3 A9, a lone surrogate the replacement character EF BF BD.
    ['é', towards(1, 2)],
    ['\ud800', towards(0, -1)],
    ['east<|endoftext|>', towards(3, 0)],
    ['', [0, 0]],
  ])('%j is the mean of its tokens', async (text, expected) => {
    const { vectors } = await (await open(file, [table])).embed([text]);
    expect(Array.from(vectors)).toEqual(expected);
  });

  test('is told by its merges where the file names no type', async () => {
    const { type: _, ...model } = file.model;
    const { vectors } = await (await open({ ...file, model }, [table])).embed(['east east']);
    expect(Array.from(vectors)).toEqual(towards(3, 4));
  });
});

describe('Unigram on metaspace', () => {
  const file = unigram([
    ['▁east', -2],
    ['▁north', -3],
    ['▁', -4],
    ['ea', -5],
    ['st', -6],
    ['▁east▁north', -4],
  ]);
  const table = embeddings(8, {
    0: [100, 100],
    1: [50, 0],
    2: [1, 0],
    3: [0, 1],
    4: [0, -2],
    5: [2, 0],
    6: [0, 5],
    7: [1, 4],
  });

  test.each([
    ['east', towards(1, 0)],
    ['north east', towards(1, 1)],
    // −4 for the two words as one token is more than −2 − 3.
    ['east north', towards(1, 4)],
    // "stea" has no whole word: ▁ st ea, −15.
    ['stea', towards(2, 3)],
    // What no piece covers is unknown, and dropped; so are special tokens in the text.
    ['north 中中', towards(0, -1)],
    ['north[PAD]', towards(0, 1)],
    ['中', towards(0, -1)],
  ])('%j is cut into its most likely pieces', async (text, expected) => {
    const { vectors } = await (await open(file, [table])).embed([text]);
    expect(Array.from(vectors)).toEqual(expected);
  });

  test('reads a text of a million characters without a space', async () => {
    const { vectors } = await (await open(file, [table])).embed(['st'.repeat(500_000)]);
    expect(Array.from(vectors)).toEqual([expect.closeTo(0, 3), expect.closeTo(1, 3)]);
  });

  test('reads 100,000 words as it reads one', async () => {
    const encoder = await open(unigram([['▁east', -2]]), [embeddings(3, { 2: [3, 4] })]);
    const { vectors } = await encoder.embed(['east '.repeat(100_000)]);
    expect(Array.from(vectors)).toEqual([near(0.6), near(0.8)]);
  });
});

describe('WordPiece with parts that are not BERT’s', () => {
  // Ids: [PAD], [UNK], [CLS], then these.
  const table = embeddings(6, { 1: [9, 9], 3: [1, 0], 4: [0, 1], 5: [0, 3] });
  const withParts = (normalizer: object | null, preTokenizer: object | null) => ({
    ...tokenizerJson(['east', 'north-east', '##ern']),
    normalizer,
    pre_tokenizer: preTokenizer,
  });

  test.each([
    // No lowercasing, and a hyphen that does not part words.
    [null, { type: 'WhitespaceSplit' }, 'east north-east', towards(1, 1)],
    [null, { type: 'WhitespaceSplit' }, 'East eastern', towards(1, 3)],
    [{ type: 'Lowercase' }, { type: 'WhitespaceSplit' }, 'EAST north-eastern', towards(1, 4)],
    [
      { type: 'Sequence', normalizers: [{ type: 'Lowercase' }] },
      { type: 'Whitespace' },
      'EAST',
      [1, 0],
    ],
  ])('%j and %j', async (normalizer, preTokenizer, text, expected) => {
    const { vectors } = await (
      await open(withParts(normalizer, preTokenizer), [table])
    ).embed([text]);
    expect(Array.from(vectors)).toEqual(expected);
  });
});

describe('the numbers of a table', () => {
  const file = unigram([
    ['▁east', -1],
    ['▁north', -1],
  ]);
  const rows = [0, 0, 0, 0, 3, 0, 0, 4];
  const shape = [4, 2];
  // 3 and 4 as half-precision numbers.
  const halves = Uint16Array.from(rows, (value) => ({ 0: 0, 3: 0x4200, 4: 0x4400 })[value]!);

  test.each([
    ['float32', Float32Array.from(rows)],
    ['float64', Float64Array.from(rows)],
    ['float16', halves],
    ['int8', Int8Array.from(rows)],
  ])('may be %s', async (_, data) => {
    const encoder = await open(file, [{ name: 'embeddings', data, shape }]);
    const { vectors } = await encoder.embed(['east north']);
    expect(Array.from(vectors)).toEqual([near(0.6), near(0.8)]);
  });

  test('are weighed by token and shared by tokens, as in a quantised vocabulary', async () => {
    const tensors: NamedTensor[] = [
      { name: 'embeddings', data: Float32Array.of(0, 0, 1, 1, 1, -1), shape: [3, 2] },
      { name: 'mapping', data: BigInt64Array.of(0n, 0n, 1n, 2n), shape: [4] },
      { name: 'weights', data: Float64Array.of(1, 1, 3, 1), shape: [4] },
    ];
    const { vectors } = await (await open(file, tensors)).embed(['east north', 'north']);
    // 3·(1, 1) + (1, −1) = (4, 2).
    expect(Array.from(vectors)).toEqual([...towards(4, 2), ...towards(1, -1)]);
  });

  test('are scaled to unit length whatever the config says', async () => {
    const tensors: NamedTensor[] = [{ name: 'embeddings', data: Float32Array.from(rows), shape }];
    for (const config of [{ normalize: false }, { normalize: true, hidden_dim: 256 }]) {
      const { vectors } = await (await open(file, tensors, { config })).embed(['north']);
      expect(Array.from(vectors)).toEqual([0, 1]);
    }
  });

  test('stop at the limit, which unknown words do not count towards', async () => {
    const tensors: NamedTensor[] = [{ name: 'embeddings', data: Float32Array.from(rows), shape }];
    const encoder = await open(file, tensors, { maxTokens: 2 });
    const texts = ['east', 'east east', '中 east 中 east north north'];
    const { vectors, truncated } = await encoder.embed(texts);
    expect(Array.from(vectors)).toEqual([1, 0, 1, 0, 1, 0]);
    expect(Array.from(truncated)).toEqual([0, 0, 2]);
  });
});

describe('a tokenizer file that cannot be used', () => {
  const failure = (code: string, reason: RegExp) =>
    expect.objectContaining({
      code,
      params: expect.objectContaining({
        reason: expect.stringMatching(reason) as string,
      }) as object,
    }) as Error;
  const bert = tokenizerJson(['east']);
  const bpe = byteLevelBpe([['e', 'a']]);
  const uni = unigram([['▁east', -1]]);
  const withModel = (file: typeof bert | typeof bpe | typeof uni, change: object) => ({
    ...file,
    model: { ...file.model, ...change },
  });
  const split = { type: 'Split', pattern: { String: '-' }, behavior: 'MergedWithNext' };

  test.each([
    ['WordLevel', { model: { type: 'WordLevel', vocab: { east: 0 }, unk_token: '[UNK]' } }],
    ['null', { model: { vocab: { east: 0 } } }],
    ['Nmt', { ...bert, normalizer: { type: 'Nmt' } }],
    ['UnicodeScripts', { ...bpe, pre_tokenizer: { type: 'UnicodeScripts' } }],
    ['MergedWithNext', { ...bpe, pre_tokenizer: { type: 'Sequence', pretokenizers: [split] } }],
    ['with bytes', withModel(uni, { byte_fallback: true })],
    ['##', withModel(bpe, { continuing_subword_prefix: '##' })],
  ])('is unsupported, and says %s', async (reason, file) => {
    await expect(readTokenizer(JSON.stringify(file), 'test')).rejects.toThrow(
      failure('model-unsupported', new RegExp(reason)),
    );
  });

  test.each([
    ['not JSON', '{'],
    ['no tokenizer', 'null'],
    ['no tokenizer', '{"model":null}'],
    ['vocabulary', JSON.stringify(withModel(bert, { vocab: [] }))],
    ['vocabulary', JSON.stringify(withModel(uni, { vocab: {} }))],
    ['has no id', JSON.stringify(withModel(bert, { vocab: { a: -1 } }))],
    ['has no score', JSON.stringify(withModel(uni, { vocab: [['a']] }))],
    ['unknown token', JSON.stringify(withModel(bert, { unk_token: 'none' }))],
    ['unknown token', JSON.stringify(withModel(uni, { unk_id: 3 }))],
    ['malformed', JSON.stringify({ ...bert, added_tokens: [{ id: 'x' }] })],
  ])('is corrupt, and says %s', async (reason, json) => {
    await expect(readTokenizer(json, 'test')).rejects.toThrow(
      failure('model-corrupt', new RegExp(reason)),
    );
  });
});
