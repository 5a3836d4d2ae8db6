import { expect, test } from 'vitest';
import { parseRegistry } from '../../../../src/core/encoders/registry.ts';

const ENCODER = {
  id: 'a',
  revision: '1',
  kind: 'static',
  name: 'A',
  dims: 100,
  dtype: 'int8',
  pooling: 'mean',
  maxTokens: null,
  licence: 'MIT',
  path: 'a/',
};
const json = (encoders: unknown, more: object = {}) =>
  JSON.stringify({ schema: 1, default: 'a', encoders, ...more });

test('reads the encoders and finds the default', () => {
  const other = { ...ENCODER, id: 'b', kind: 'transformer', maxTokens: 512, path: 'Xenova/b/' };
  const prefixed = { ...other, id: 'c', prefix: 'query: ' };
  const registry = parseRegistry(json([other, ENCODER, prefixed]));
  expect(registry.encoders).toEqual([other, ENCODER, prefixed]);
  expect(registry.default).toEqual(ENCODER);
});

test.each([
  ['no JSON', '{'],
  ['no object', '[]'],
  ['another schema', json([ENCODER], { schema: 2 })],
  ['no list', json({})],
  ['an unknown default', json([ENCODER], { default: 'b' })],
  ['an id twice', json([ENCODER, ENCODER])],
  ['an entry that is null', json([null])],
  ['an unknown kind', json([{ ...ENCODER, kind: 'magic' }])],
  ['an unknown dtype', json([{ ...ENCODER, dtype: 'q4' }])],
  ['no dimensions', json([{ ...ENCODER, dims: 0 }])],
  ['no limit', json([{ ...ENCODER, maxTokens: undefined }])],
  ['a prefix for a static model', json([{ ...ENCODER, prefix: 'query: ' }])],
  ['an empty prefix', json([{ ...ENCODER, kind: 'transformer', prefix: '' }])],
  ['no revision', json([{ ...ENCODER, revision: '' }])],
  ['a path to the root', json([{ ...ENCODER, path: '/a/' }])],
  ['a path upwards', json([{ ...ENCODER, path: '../a/' }])],
  ['a foreign address', json([{ ...ENCODER, path: 'https://a.example/' }])],
  ['a path without its slash', json([{ ...ENCODER, path: 'a' }])],
])('refuses %s', (_, text) => {
  expect(() => parseRegistry(text)).toThrow(
    expect.objectContaining({ code: 'model-corrupt' }) as Error,
  );
});
