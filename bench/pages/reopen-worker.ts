import { vectorKey } from '../../src/core/encoders/cache-key.ts';
import type { EncoderSpec } from '../../src/core/encoders/encoder.ts';
import { EMBED_BATCH, EMBED_SLICE } from '../../src/core/limits.ts';
import { IndexedVectorStore } from '../../src/platform/vector-store.ts';

export interface Shape {
  readonly passages: number;
  readonly dims: number;
  readonly words: number;
}

/** Milliseconds. */
export interface Measured {
  /** Hashing all texts into keys. */
  readonly keys: number;
  /** Reading all vectors, `EMBED_SLICE` of them in a transaction. */
  readonly slices: number;
  /** The same, `EMBED_BATCH` in a transaction. */
  readonly batches: number;
  /** Vectors that were found; all, or the figures mean nothing. */
  readonly found: number;
}

const SPEC = { id: 'bench', revision: '1', dtype: 'q8', pooling: 'mean' } as EncoderSpec;

async function measure({ passages, dims, words }: Shape): Promise<Measured> {
  const store = new IndexedVectorStore();
  await store.clear();
  const texts = Array.from({ length: passages }, (_, i) => `passage ${i} `.repeat(words / 2));
  const start = performance.now();
  const keys = texts.map((text) => vectorKey(SPEC, text));
  const hashed = performance.now() - start;
  for (let from = 0; from < passages; from += EMBED_BATCH) {
    const part = keys.slice(from, from + EMBED_BATCH);
    await store.put(part.map((key, i) => [key, new Float32Array(dims).fill(from + i + 1)]));
  }
  const slices = await readBack(store, keys, EMBED_SLICE);
  const batches = await readBack(store, keys, EMBED_BATCH);
  await store.clear();
  return {
    keys: hashed,
    slices: slices.milliseconds,
    batches: batches.milliseconds,
    found: slices.found,
  };
}

async function readBack(
  store: IndexedVectorStore,
  keys: readonly string[],
  size: number,
): Promise<{ milliseconds: number; found: number }> {
  const start = performance.now();
  let found = 0;
  for (let from = 0; from < keys.length; from += size) {
    const vectors = await store.get(keys.slice(from, from + size));
    found += vectors.filter((vector) => vector !== undefined).length;
  }
  return { milliseconds: performance.now() - start, found };
}

self.onmessage = async ({ data }: MessageEvent<Shape>) => {
  self.postMessage(await measure(data));
};
