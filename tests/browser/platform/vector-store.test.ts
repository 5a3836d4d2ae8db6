import { beforeEach, expect, it } from 'vitest';
import { vectorKey } from '../../../src/core/encoders/cache-key.ts';
import { encoderKey, type EncoderSpec } from '../../../src/core/encoders/encoder.ts';
import { IndexedVectorStore } from '../../../src/platform/vector-store.ts';

const specOf = (id: string, more: Partial<EncoderSpec> = {}) =>
  ({ id, revision: '1', dtype: 'q8', pooling: 'mean', ...more }) as EncoderSpec;
const SMALL = specOf('owner/small');
/** Its key begins with that of the other one. */
const PREFIXED = specOf('owner/small', { prefix: 'query: #' });
const LARGE = specOf('0#large');

const vectors = (spec: EncoderSpec, count: number, dims: number) =>
  Array.from(
    { length: count },
    (_, i) => [vectorKey(spec, `text ${i}`), new Float32Array(dims).fill(i + 1)] as const,
  );

beforeEach(() => new IndexedVectorStore().clear());

it('counts what is kept by encoder, and frees one of them alone', async () => {
  const store = new IndexedVectorStore();
  expect(await store.census()).toEqual([]);
  await store.put([...vectors(SMALL, 3, 4), ...vectors(LARGE, 2, 8), ...vectors(PREFIXED, 1, 4)]);
  expect(await store.census()).toEqual([
    { encoder: encoderKey(LARGE), vectors: 2, bytes: 2 * 8 * 4 },
    { encoder: encoderKey(SMALL), vectors: 3, bytes: 3 * 4 * 4 },
    { encoder: encoderKey(PREFIXED), vectors: 1, bytes: 4 * 4 },
  ]);
  await store.remove(encoderKey(SMALL));
  const left = await store.census();
  expect(left.map(({ encoder }) => encoder)).toEqual([encoderKey(LARGE), encoderKey(PREFIXED)]);
  const [kept, gone] = await store.get([vectorKey(LARGE, 'text 1'), vectorKey(SMALL, 'text 1')]);
  expect(kept).toEqual(new Float32Array(8).fill(2));
  expect(gone).toBeUndefined();
});

it('counts what an earlier version kept, and frees it', async () => {
  const store = new IndexedVectorStore();
  await store.put([
    ['00ff', new Float32Array(4)],
    ['ffee', new Float32Array(8)],
  ]);
  await store.put(vectors(SMALL, 1, 4));
  expect((await store.census()).at(-1)).toEqual({ encoder: null, vectors: 2, bytes: null });
  await store.remove(null);
  expect(await store.census()).toHaveLength(1);
});
