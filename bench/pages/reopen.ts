/** Reopens a corpus whose vectors this browser keeps, when the benchmark asks. */
import { vectorKey } from '../../src/core/encoders/cache-key.ts';
import type { EncoderSpec } from '../../src/core/encoders/encoder.ts';
import { EMBED_BATCH } from '../../src/core/limits.ts';
import { embedDocuments } from '../../src/engine/embed.ts';
import { EncoderClient } from '../../src/engine/embedding/encoder-client.ts';
import { IndexedVectorStore } from '../../src/platform/vector-store.ts';

export interface Shape {
  readonly passages: number;
  readonly dims: number;
  readonly words: number;
  readonly rounds: number;
}

/** Milliseconds; of `reopened` and `plain` one a round. */
export interface Measured {
  /** From documents to vectors, as the page does it, its worker already running. */
  readonly reopened: readonly number[];
  /** All keys made first, then `EMBED_BATCH` vectors read at a time. */
  readonly plain: readonly number[];
  /** Vectors that were found in each round; all, or the figures mean nothing. */
  readonly found: readonly number[];
}

declare global {
  interface Window {
    measureReopening: (shape: Shape) => Promise<Measured>;
  }
}

window.measureReopening = async ({ passages, dims, words, rounds }) => {
  const spec: EncoderSpec = {
    id: 'bench',
    revision: '1',
    kind: 'transformer',
    name: 'A model that is nowhere',
    dims,
    dtype: 'q8',
    pooling: 'mean',
    maxTokens: 512,
    licence: 'none needed',
  };
  const store = new IndexedVectorStore();
  await store.clear();
  const texts = Array.from({ length: passages }, (_, i) => `passage ${i} `.repeat(words / 2));
  for (let from = 0; from < passages; from += EMBED_BATCH) {
    const part = texts.slice(from, from + EMBED_BATCH);
    await store.put(part.map((text, i) => [vectorKey(spec, text), filled(dims, from + i + 1)]));
  }
  const measured = { reopened: [] as number[], plain: [] as number[], found: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    const keys = texts.map((text) => vectorKey(spec, text));
    for (let from = 0; from < passages; from += EMBED_BATCH) {
      await store.get(keys.slice(from, from + EMBED_BATCH));
    }
    measured.plain.push(performance.now() - start);
    const { milliseconds, found } = await reopen(spec, texts);
    measured.reopened.push(milliseconds);
    measured.found.push(found);
  }
  await store.clear();
  return measured;
};

async function reopen(spec: EncoderSpec, texts: readonly string[]) {
  const client = new EncoderClient({
    spawn: () =>
      new Worker(new URL('../../workers/encoder.ts', import.meta.url), { type: 'module' }),
  });
  // The folder does not exist: whatever loads a model fails.
  const choice = {
    spec,
    place: { at: 'site', folder: new URL('/none/', location.href).href },
  } as const;
  const embed = async (list: readonly string[]): Promise<number> => {
    let found = 0;
    const documents = list.map((text, i) => ({
      id: String(i),
      text,
      passages: [{ start: 0, end: text.length }],
    }));
    await embedDocuments(client, choice, documents, { onDocument: () => void found++ });
    return found;
  };
  await embed(texts.slice(0, 1));
  const start = performance.now();
  const found = await embed(texts);
  const milliseconds = performance.now() - start;
  client.terminate();
  client.release();
  return { milliseconds, found };
}

function filled(dims: number, value: number): Float32Array<ArrayBuffer> {
  return new Float32Array(dims).fill(value);
}
