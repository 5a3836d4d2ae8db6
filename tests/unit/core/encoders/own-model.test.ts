import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { writeSafetensors } from '../../../../scripts/encoder/write-safetensors.ts';
import { TINY_STATIC_DIMS, tinyStatic } from '../../../../scripts/tiny-static.ts';
import { filesModelSource } from '../../../../src/core/encoders/files-model-source.ts';
import { loadEncoder } from '../../../../src/core/encoders/load.ts';
import { openOwnModel } from '../../../../src/core/encoders/own-model.ts';
import { parseRegistry } from '../../../../src/core/encoders/registry.ts';

const text = (content: string) => new TextEncoder().encode(content);

function open(change: Readonly<Record<string, Uint8Array | string | null>> = {}, seed = 1) {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const [name, bytes] of tinyStatic(seed)) files.set(name, Uint8Array.from(bytes));
  for (const [name, content] of Object.entries(change)) {
    if (content === null) files.delete(name);
    else files.set(name, Uint8Array.from(typeof content === 'string' ? text(content) : content));
  }
  return openOwnModel('mine', filesModelSource('mine', files));
}

describe('a model folder without a registry', () => {
  test('is described by its files', async () => {
    const { model, encoder } = await open();
    expect(model.spec).toMatchObject({
      id: 'mine',
      name: 'mine',
      kind: 'static',
      dims: TINY_STATIC_DIMS,
      dtype: 'float32',
      maxTokens: null,
    });
    // 256 bytes, three merges and a special token.
    expect(model.rows).toBe(260);
    const { vectors, empty } = await encoder.embed(['The tide', '']);
    expect(Math.hypot(...vectors.subarray(0, TINY_STATIC_DIMS))).toBeCloseTo(1, 6);
    expect(Array.from(empty)).toEqual([0, 1]);
  });

  test('has another revision when a vector or a token could be another', async () => {
    const revision = async (...from: Parameters<typeof open>) =>
      (await open(...from)).model.spec.revision;
    const first = await revision();
    expect(first).toMatch(/^[0-9a-f]{16}$/);
    expect(await revision({ 'README.md': 'another card', 'config.json': '{}' })).toBe(first);
    expect(await revision({}, 2)).not.toBe(first);
    const json = new TextDecoder().decode(tinyStatic(1).get('tokenizer.json'));
    expect(await revision({ 'tokenizer.json': `${json} ` })).not.toBe(first);
  });

  test('is the bundled encoder if it is a copy of it', async () => {
    const { default: spec } = parseRegistry(await readFile('public/models/registry.json', 'utf8'));
    const read = async (path: string) =>
      new Uint8Array(await readFile(`public/models/${spec.path}${path}`));
    const { model, encoder } = await openOwnModel('copy', { read });
    const { revision, dims, dtype } = spec;
    expect(model.spec).toMatchObject({ revision, dims, dtype });
    const bundled = await loadEncoder(spec, { read });
    const texts = ['The ship refused.', 'A garden, and bread.'];
    expect((await encoder.embed(texts)).vectors).toEqual((await bundled.embed(texts)).vectors);
  });
});

describe('a folder that is no such model', () => {
  const failure = (code: string, params: object) =>
    expect.objectContaining({ code, params: expect.objectContaining(params) as object }) as Error;
  const weights = (shape: number[], name = 'embeddings') =>
    writeSafetensors([{ name, data: new Float32Array(shape.reduce((a, b) => a * b)), shape }]);

  test.each(['config.json', 'tokenizer.json', 'model.safetensors'])(
    'is refused without %s',
    async (file) => {
      await expect(open({ [file]: null })).rejects.toThrow(
        failure('model-missing', { encoder: 'mine', file }),
      );
    },
  );

  test.each([
    ['config.json', '<html>'],
    ['tokenizer.json', '<html>'],
    ['model.safetensors', '<html>'],
    ['model.safetensors', weights([100])],
    ['model.safetensors', weights([10, 2])],
    ['model.safetensors', weights([260, 8], 'other')],
  ])('names %s if that is not what it should be', async (file, content) => {
    await expect(open({ [file]: content })).rejects.toThrow(failure('model-corrupt', { file }));
  });

  test('is refused by its kind if it is a transformer', async () => {
    const config = JSON.stringify({ model_type: 'bert' });
    const bert = weights([260, 8], 'embeddings.word_embeddings.weight');
    await expect(open({ 'config.json': config, 'model.safetensors': bert })).rejects.toThrow(
      failure('model-unsupported', { reason: 'model of type bert' }),
    );
  });
});
