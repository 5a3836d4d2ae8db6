import { describe, expect, it } from 'vitest';
import type { EmbedInput, EmbeddedBatch, EmbedResult } from '../../../workers/encoder/embed.ts';
import type { EncoderSpec } from '../../../src/core/encoders/encoder.ts';
import { AppError } from '../../../src/core/errors.ts';
import { EMBED_BATCH, GATHER_CHARS } from '../../../src/core/limits.ts';
import { embedDocuments } from '../../../src/engine/embed.ts';
import type { EncoderClient } from '../../../src/engine/embedding/encoder-client.ts';

const SPEC = { id: 'length', dims: 1 } as EncoderSpec;

/** Embeds a text as its length, a batch at a time, and dies once after so many batches. */
class MortalEncoder {
  readonly asked: (readonly string[])[] = [];
  terminated = 0;
  readonly #failure: AppError;
  #batchesToLive: number;

  constructor(
    batchesToLive: number,
    failure: AppError = new AppError('worker-died', { worker: 'encoder' }),
  ) {
    this.#batchesToLive = batchesToLive;
    this.#failure = failure;
  }

  async persist<T>(action: () => Promise<T>): Promise<T> {
    return action().catch((thrown: unknown) => {
      if (thrown instanceof AppError && thrown.code === 'worker-died') return action();
      throw thrown;
    });
  }

  use<T>(_: unknown, action: () => Promise<T>): Promise<T> {
    return action();
  }

  async attempt(
    _name: string,
    { texts }: EmbedInput,
    { onProgress }: { onProgress: (batch: EmbeddedBatch) => void },
  ): Promise<EmbedResult> {
    this.asked.push(texts);
    for (let start = 0; start < texts.length; start += EMBED_BATCH) {
      if (this.#batchesToLive-- === 0) throw this.#failure;
      const batch = texts.slice(start, start + EMBED_BATCH);
      onProgress({ count: batch.length, vectors: Float32Array.from(batch, (t) => t.length) });
    }
    return { unkept: null };
  }

  terminate(): void {
    this.terminated++;
  }
}

/** Documents of two passages each; passage n has n characters. */
function documents(count: number) {
  return Array.from({ length: count }, (_, i) => {
    const [first, second] = [2 * i + 1, 2 * i + 2];
    const passages = [
      { start: 0, end: first },
      { start: first, end: first + second },
    ];
    return { id: String(i), text: 'x'.repeat(first + second), passages };
  });
}

async function run(encoder: MortalEncoder, count: number): Promise<Map<string, number[]>> {
  const vectors = new Map<string, number[]>();
  await embedDocuments(
    encoder as unknown as EncoderClient,
    { spec: SPEC, place: { at: 'site', folder: '' } },
    documents(count),
    { onDocument: (id, rows) => vectors.set(id, [...rows]) },
  );
  return vectors;
}

describe('embedDocuments', () => {
  it('gives every document its own vectors, in order', async () => {
    const vectors = await run(new MortalEncoder(Infinity), 100);
    expect([...vectors.keys()]).toEqual(documents(100).map(({ id }) => id));
    expect(vectors.get('7')).toEqual([15, 16]);
  });

  it('goes on after the last finished batch when the worker dies', async () => {
    const calm = await run(new MortalEncoder(Infinity), 200);
    const mortal = new MortalEncoder(2);
    expect(await run(mortal, 200)).toEqual(calm);
    expect(mortal.asked.map(({ length }) => length)).toEqual([400, 400 - 2 * EMBED_BATCH]);
    expect(mortal.asked[1]?.[0]).toHaveLength(2 * EMBED_BATCH + 1);
  });

  it('copies only a slice of a large corpus to the worker at once', async () => {
    const encoder = new MortalEncoder(Infinity);
    await run(encoder, 1500);
    expect(encoder.asked.map(({ length }) => length)).toEqual([2048, 952]);
  });

  it('leaves no worker behind whose runtime has failed', async () => {
    const corrupt: AppError = new AppError('model-corrupt', {
      encoder: 'x',
      file: 'y',
      reason: 'z',
    });
    const encoder = new MortalEncoder(1, corrupt);
    await expect(run(encoder, 100)).rejects.toBe(corrupt);
    expect(encoder.terminated).toBe(1);
  });

  it('lets the page draw and cancel while the texts of a large corpus are gathered', async () => {
    const encoder = new MortalEncoder(Infinity);
    const text = 'x'.repeat(GATHER_CHARS);
    const large = ['a', 'b', 'c'].map((id) => ({ id, text, passages: [{ start: 0, end: 9 }] }));
    const control = new AbortController();
    const embedding = embedDocuments(
      encoder as unknown as EncoderClient,
      { spec: SPEC, place: { at: 'site', folder: '' } },
      large,
      { signal: control.signal, onDocument: () => {} },
    );
    setTimeout(() => control.abort());
    await expect(embedding).rejects.toMatchObject({ code: 'cancelled' });
    expect(encoder.asked).toEqual([]);
  });
});
