import { expect, it } from 'vitest';
import type { EncoderSpec } from '../../../../src/core/encoders/encoder.ts';
import { filesModelSource } from '../../../../src/core/encoders/files-model-source.ts';
import { goldenFile, readGolden } from '../../../../src/core/encoders/golden.ts';
import { CHECK_TEXTS } from '../../../../src/core/encoders/self-check.ts';

const SPEC = { id: 'x', dims: 2, golden: 'golden.json' } as EncoderSpec;
const VECTORS = Float32Array.from({ length: 2 * CHECK_TEXTS.length }, (_, i) => Math.fround(i / 7));

const read = (content: string, spec = SPEC) =>
  readGolden(
    spec,
    filesModelSource('x', new Map([['golden.json', new Uint8Array(Buffer.from(content))]])),
  );

it('gives back the vectors that were written', async () => {
  expect(await read(goldenFile(VECTORS))).toEqual(VECTORS);
});

it('is null for a model that came without, and for vectors of other texts', async () => {
  expect(await read('', { id: 'x', dims: 2 } as EncoderSpec)).toBeNull();
  const others = JSON.stringify({ ...JSON.parse(goldenFile(VECTORS)), texts: 'other' });
  expect(await read(others)).toBeNull();
});

it.each([
  ['is no JSON', '<html>'],
  ['has too few vectors', goldenFile(VECTORS.slice(2))],
  ['has no base64', goldenFile(VECTORS).replace(/"vectors":".*"/, '"vectors":"?"')],
])('is corrupt if it %s', async (_, content) => {
  await expect(read(content)).rejects.toMatchObject({
    code: 'model-corrupt',
    params: { file: 'golden.json' },
  });
});
