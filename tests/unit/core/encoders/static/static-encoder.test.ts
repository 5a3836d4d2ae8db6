import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  writeSafetensors,
  type NamedTensor,
} from '../../../../../scripts/encoder/write-safetensors.ts';
import type { EncoderSpec } from '../../../../../src/core/encoders/encoder.ts';
import { loadStaticEncoder } from '../../../../../src/core/encoders/static/static-encoder.ts';
import { AppError } from '../../../../../src/core/errors.ts';
import { tokenizerJson } from './tokenizer-json.ts';

const SPEC: EncoderSpec = {
  id: 'tiny',
  revision: '1',
  kind: 'static',
  name: 'Tiny',
  dims: 2,
  dtype: 'int8',
  pooling: 'mean',
  maxTokens: null,
  licence: 'none',
};

// Ids 0 to 2 are [PAD], [UNK] and [CLS]; their rows must never count.
const TOKENIZER = JSON.stringify(tokenizerJson(['east', 'north', 'west']));
const ROWS = [9, 9, 9, 9, 9, 9, 1, 0, 0, 1, -1, 0];
const INT8: NamedTensor = { name: 'embeddings', data: Int8Array.from(ROWS), shape: [6, 2] };

function load(tensors: readonly NamedTensor[], files: Record<string, string> = {}, spec = SPEC) {
  return loadStaticEncoder(spec, {
    read: (path) => {
      if (path === 'model.safetensors') {
        return Promise.resolve(Uint8Array.from(writeSafetensors(tensors)));
      }
      const texts: Record<string, string> = {
        'config.json': '{}',
        'tokenizer.json': TOKENIZER,
        ...files,
      };
      return Promise.resolve(new TextEncoder().encode(texts[path]));
    },
  });
}

async function embedOne(text: string, tensors: readonly NamedTensor[] = [INT8]) {
  const { vectors } = await (await load(tensors)).embed([text]);
  return Array.from(vectors);
}

const near = (value: number) => expect.closeTo(value, 6) as number;
const failure = (code: string) => expect.objectContaining({ code }) as Error;

describe('a vector', () => {
  test('is the mean of the known tokens, at unit length', async () => {
    expect(await embedOne('east')).toEqual([1, 0]);
    expect(await embedOne('East, NORTH!')).toEqual([near(Math.SQRT1_2), near(Math.SQRT1_2)]);
    expect(await embedOne('north unheard-of [CLS] [PAD]')).toEqual([0, 1]);
  });

  test.each([1, 2, 3, 4, 5, 7, 8, 9])('counts every one of %i tokens', async (count) => {
    const text = `${'east '.repeat(count - 1)}north`;
    const length = Math.hypot(count - 1, 1);
    expect(await embedOne(text)).toEqual([near((count - 1) / length), near(1 / length)]);
  });

  test('weighs tokens and follows the mapping', async () => {
    const weights = { name: 'weights', data: Float32Array.of(1, 1, 1, 3, 4, 1), shape: [6] };
    expect(await embedOne('east north', [weights, INT8])).toEqual([near(0.6), near(0.8)]);
    const shared: NamedTensor[] = [
      { name: 'embeddings', data: Float32Array.of(1, 0, 0, 1), shape: [2, 2] },
      { name: 'mapping', data: Int32Array.of(0, 0, 0, 1, 0, 1), shape: [6] },
    ];
    expect(await embedOne('west', shared)).toEqual([0, 1]);
  });

  test.each(['', ' \n', 'unheard', '[UNK]', '\ud800', '中', 'east west', '🙂'])(
    'of %j is a row of zeros, and flagged',
    async (text) => {
      const { vectors, empty } = await (await load([INT8])).embed(['east', text]);
      expect(Array.from(vectors)).toEqual([1, 0, 0, 0]);
      expect(Array.from(empty)).toEqual([0, 1]);
    },
  );

  test('reads 100,000 tokens to the last', async () => {
    expect(await embedOne(`${'east west '.repeat(50_000)}north`)).toEqual([0, 1]);
    const { truncated } = await (await load([INT8])).embed(['east '.repeat(100_000)]);
    expect(Array.from(truncated)).toEqual([0]);
  });

  test('does not depend on what shares the call, and is never NaN', async () => {
    const encoder = await load([INT8]);
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom('east', 'north', 'west', 'x')).map((words) => words.join(' ')),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 8 }), async (texts) => {
        const together = await encoder.embed(texts);
        const alone = await Promise.all(texts.map((one) => encoder.embed([one])));
        expect(Array.from(together.vectors)).toEqual(alone.flatMap((e) => Array.from(e.vectors)));
        expect(Array.from(together.empty)).toEqual(alone.flatMap((e) => Array.from(e.empty)));
        expect(together.vectors.every(Number.isFinite)).toBe(true);
        for (const [i, flag] of together.empty.entries()) {
          const length = Math.hypot(...together.vectors.subarray(2 * i, 2 * i + 2));
          expect(length).toBeCloseTo(flag ? 0 : 1, 5);
        }
      }),
      { seed: 3 },
    );
  });
});

describe('a model that cannot be used', () => {
  test('is corrupt if its table does not fit', async () => {
    const cases: NamedTensor[][] = [
      [],
      [{ ...INT8, shape: [12] }],
      [{ ...INT8, shape: [4, 3] }],
      [{ name: 'embeddings', data: Int8Array.from(ROWS.slice(0, 8)), shape: [4, 2] }],
      [{ name: 'embeddings', data: new Float32Array(12).fill(NaN), shape: [6, 2] }],
      [INT8, { name: 'weights', data: Float32Array.of(1), shape: [1] }],
      [INT8, { name: 'weights', data: new Float32Array(6).fill(Infinity), shape: [6] }],
      [INT8, { name: 'mapping', data: Int32Array.of(0, 1, 2, 3, 4, 6), shape: [6] }],
      [INT8, { name: 'mapping', data: Int32Array.of(0), shape: [1] }],
    ];
    for (const tensors of cases) {
      await expect(load(tensors)).rejects.toThrow(failure('model-corrupt'));
    }
  });

  test('is corrupt if its config tells of another model', async () => {
    for (const config of ['{', '3', '{"revision":"2"}']) {
      await expect(load([INT8], { 'config.json': config })).rejects.toThrow(
        failure('model-corrupt'),
      );
    }
  });

  test('is missing if the source says so', async () => {
    const missing = new AppError('model-missing', { encoder: 'tiny', file: 'config.json' });
    const source = { read: () => Promise.reject(missing) };
    await expect(loadStaticEncoder(SPEC, source)).rejects.toThrow(failure('model-missing'));
  });
});
