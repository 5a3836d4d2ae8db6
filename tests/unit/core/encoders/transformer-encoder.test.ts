import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TINY_DIMS, TINY_MAX_TOKENS } from '../../../../scripts/onnx/tiny-bert-files.ts';
import { main as writeTinyBert } from '../../../../scripts/tiny-bert.ts';
import type { EncoderSpec, ModelSource } from '../../../../src/core/encoders/encoder.ts';
import { loadEncoder } from '../../../../src/core/encoders/load.ts';
import { AppError } from '../../../../src/core/errors.ts';

const SPEC: EncoderSpec = {
  id: 'tiny-bert',
  revision: '1',
  kind: 'transformer',
  name: 'Tiny BERT',
  dims: TINY_DIMS,
  dtype: 'float32',
  pooling: 'mean',
  maxTokens: TINY_MAX_TOKENS,
  licence: 'none',
};
const Q8: EncoderSpec = { ...SPEC, dtype: 'q8' };

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tiny-bert-'));
  await writeTinyBert([folder]);
  await writeTinyBert([folder, 'q8']);
});
afterAll(() => rm(folder, { recursive: true }));

/** The generated folder, with some files replaced, or missing where null. */
function source(replaced: Record<string, string | Uint8Array | null> = {}): ModelSource {
  return {
    read: async (path) => {
      const content = replaced[path];
      if (content === null) throw new AppError('model-missing', { encoder: SPEC.id, file: path });
      if (content !== undefined) return new Uint8Array(Buffer.from(content));
      return new Uint8Array(await readFile(join(folder, path)));
    },
  };
}

async function embed(texts: readonly string[], spec: EncoderSpec = SPEC) {
  const { vectors, empty, truncated } = await (await loadEncoder(spec, source())).embed(texts);
  const rows = texts.map((_, i) => vectors.slice(i * spec.dims, (i + 1) * spec.dims));
  return { rows, empty, truncated };
}

const cosine = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, value, i) => sum + value * b[i]!, 0);

describe.each([SPEC, Q8])('a transformer encoder stored as $dtype', (spec) => {
  test('gives unit vectors, the same each time, whatever shares the call', async () => {
    const texts = ['The ship refused the order.', 'A garden by the river, and bread for all.'];
    const { rows } = await embed(texts, spec);
    for (const row of rows) expect(cosine(row, row)).toBeCloseTo(1, 6);
    expect(cosine(rows[0]!, rows[1]!)).toBeLessThan(0.999);
    const alone = await embed([texts[1]!], spec);
    expect(alone.rows[0]).toEqual(rows[1]);
  });

  test('lets every token see the others', async () => {
    const cls: EncoderSpec = { ...spec, pooling: 'cls' };
    // The first token is [CLS] in all three: only attention can make its state differ.
    const { rows } = await embed(['ship trust king', 'king trust ship', 'ship trust war'], cls);
    expect(cosine(rows[0]!, rows[1]!)).toBeLessThan(0.9999);
    expect(cosine(rows[0]!, rows[2]!)).toBeLessThan(0.9999);
  });
});

test('word order changes the mean', async () => {
  const { rows } = await embed(['the king leads the machine', 'the machine leads the king']);
  expect(cosine(rows[0]!, rows[1]!)).toBeLessThan(0.9999);
});

test('cuts long texts at the limit and counts what was cut', async () => {
  const room = TINY_MAX_TOKENS - 2; // [CLS] and [SEP]
  const words = (count: number) => Array<string>(count).fill('ship').join(' ');
  const texts = [words(room), words(room + 1), words(100_000), 'ship'];
  const { rows, truncated } = await embed(texts);
  expect(Array.from(truncated)).toEqual([0, 1, 100_000 - room, 0]);
  expect(rows[1]).toEqual(rows[0]);
  expect(rows[2]).toEqual(rows[0]);
});

test('gives zeros where no token is known, and flags them', async () => {
  const { rows, empty } = await embed(['', ' ', '中文', '\ud800', 'ship \ud800']);
  for (const row of rows.slice(0, 4)) expect(row).toEqual(new Float32Array(TINY_DIMS));
  expect(Array.from(empty)).toEqual([1, 1, 1, 1, 0]);
  expect(rows[4]!.every(Number.isFinite)).toBe(true);
});

describe('a model that cannot be loaded', () => {
  const failure = (code: string, file?: string) =>
    expect.objectContaining({
      code,
      params: expect.objectContaining(file ? { file } : {}) as object,
    }) as Error;

  test.each(['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model.onnx'])(
    'is missing without %s',
    async (file) => {
      await expect(loadEncoder(SPEC, source({ [file]: null }))).rejects.toThrow(
        failure('model-missing', file),
      );
    },
  );

  test.each([
    ['config.json', '<html>'],
    ['tokenizer.json', '<html>'],
    ['onnx/model.onnx', 'not a model'],
  ])('is corrupt if %s is', async (file, content) => {
    await expect(loadEncoder(SPEC, source({ [file]: content }))).rejects.toThrow(
      failure('model-corrupt', file),
    );
  });

  test('is corrupt if its dimensions are others', async () => {
    await expect(loadEncoder({ ...SPEC, dims: 384 }, source())).rejects.toThrow(
      failure('model-corrupt', 'onnx/model.onnx'),
    );
  });

  test('is unsupported if its tokenizer is of an unknown kind', async () => {
    const tokenizer = JSON.parse(await readFile(join(folder, 'tokenizer.json'), 'utf8')) as object;
    const changed = JSON.stringify({ ...tokenizer, model: { type: 'Magic' } });
    await expect(loadEncoder(SPEC, source({ 'tokenizer.json': changed }))).rejects.toThrow(
      failure('model-unsupported'),
    );
  });

  test('loads once its missing file has come', async () => {
    await expect(loadEncoder(SPEC, source({ 'tokenizer.json': null }))).rejects.toThrow();
    const { vectors } = await (await loadEncoder(SPEC, source())).embed(['ship']);
    expect(vectors.some((value) => value !== 0)).toBe(true);
  });
});
