import { describe, expect, it } from 'vitest';
import { tinyBert, TINY_DIMS } from '../../../../../scripts/onnx/tiny-bert-files.ts';
import { encoderKey } from '../../../../../src/core/encoders/encoder.ts';
import { filesModelSource } from '../../../../../src/core/encoders/files-model-source.ts';
import type { TransformerSettings } from '../../../../../src/core/encoders/own/describe.ts';
import { openOwnTransformer } from '../../../../../src/core/encoders/own/own-transformer.ts';

const SETTINGS: TransformerSettings = {
  dims: TINY_DIMS,
  dtype: 'float32',
  pooling: 'mean',
  maxTokens: 16,
};
const FILES = tinyBert({ types: ['float32', 'q8'], pooling: 'mean' });

const open = (settings: Partial<TransformerSettings> = {}, files = FILES) =>
  openOwnTransformer('a/b', filesModelSource('a/b', files), { ...SETTINGS, ...settings }, 'mit');

const TEXT = 'the ship and the captain watch the sea';

describe('a transformer that no registry describes', () => {
  it('is opened under its settings and known by its content', async () => {
    const { model, encoder, files } = await open();
    expect(model.spec).toMatchObject({
      id: 'a/b',
      kind: 'transformer',
      licence: 'mit',
      ...SETTINGS,
    });
    expect(model.spec).not.toHaveProperty('prefix');
    expect(model.rows).toBeNull();
    expect(model.spec.revision).toMatch(/^[0-9a-f]{16}$/);
    expect([...files.keys()]).toEqual([
      'config.json',
      'tokenizer.json',
      'tokenizer_config.json',
      'onnx/model.onnx',
    ]);
    const sizes = [...files.values()].map(({ length }) => length);
    expect(model.bytes).toBe(sizes.reduce((a, b) => a + b));
    const { vectors } = await encoder.embed([TEXT]);
    expect(Math.hypot(...vectors)).toBeCloseTo(1, 6);
  });

  it('is in another space whenever a vector could be another', async () => {
    const key = async (...from: Parameters<typeof open>) =>
      encoderKey((await open(...from)).model.spec);
    const changed = (path: string, content: string) =>
      new Map(FILES).set(path, new TextEncoder().encode(content));
    const tokenizer = new TextDecoder().decode(FILES.get('tokenizer.json'));
    const keys = await Promise.all([
      key(),
      key({ dtype: 'q8' }),
      key({ pooling: 'cls' }),
      key({ maxTokens: 32 }),
      key({ prefix: 'query: ' }),
      key({}, changed('tokenizer.json', `${tokenizer} `)),
    ]);
    expect(new Set(keys).size).toBe(keys.length);
    expect(await key({}, changed('1_Pooling/config.json', '{}'))).toBe(keys[0]);
  });

  it('puts a prefix before every text, and leaves no more room than there is', async () => {
    const plain = await (await open()).encoder.embed([`the letter: ${TEXT}`]);
    const { encoder } = await open({ prefix: 'the letter: ' });
    const prefixed = await encoder.embed([TEXT, '', Array(20).fill('ship').join(' ')]);
    expect(prefixed.vectors.slice(0, TINY_DIMS)).toEqual(plain.vectors);
    // No text is no text, whatever is put before it.
    expect([...prefixed.empty]).toEqual([0, 1, 0]);
    // [CLS] the letter : … [SEP]
    expect([...prefixed.truncated]).toEqual([0, 0, 20 - (16 - 5)]);
  });

  it('names the file that is missing', async () => {
    const files = new Map(FILES);
    files.delete('onnx/model.onnx');
    await expect(open({}, files)).rejects.toMatchObject({
      code: 'model-missing',
      params: { encoder: 'a/b', file: 'onnx/model.onnx' },
    });
  });
});
