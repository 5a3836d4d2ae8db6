import * as Comlink from 'comlink';
import type { ErrorRecord } from '../../src/core/errors.ts';
import { EMBED_BATCH } from '../../src/core/limits.ts';
import type { Job } from '../job.ts';
import { openEncoder, type EncoderAt } from './open-encoder.ts';
import { VectorCache } from './vector-cache.ts';

export interface EmbedInput extends EncoderAt {
  readonly texts: readonly string[];
}

/** A finished batch: the vectors of the next `count` texts, in order. */
export interface EmbeddedBatch {
  readonly count: number;
  /** [count × dims] */
  readonly vectors: Float32Array<ArrayBuffer>;
}

export interface EmbedResult {
  /** Set where vectors could not be kept for next time; the work itself is done. */
  readonly unkept: ErrorRecord | null;
}

/** Embeds what no cache holds, a batch at a time: for an encoder that is as fast as its cache. */
export const embed: Job<EmbedInput, EmbeddedBatch, EmbedResult> = async (input, context) => {
  const cache = new VectorCache(input.spec);
  const { dims } = input.spec;
  for (let start = 0; start < input.texts.length; start += EMBED_BATCH) {
    const batch = input.texts.slice(start, start + EMBED_BATCH);
    const kept = await cache.get(batch);
    const missing = batch.filter((_, row) => !kept[row]);
    const fresh = missing.length > 0 ? await computed(input, missing) : [];
    await cache.put(fresh.map((vector, index) => [missing[index] ?? '', vector]));
    const vectors = new Float32Array(batch.length * dims);
    let next = 0;
    for (const row of batch.keys()) {
      vectors.set(kept[row] ?? fresh[next++] ?? [], row * dims);
    }
    context.report(Comlink.transfer({ count: batch.length, vectors }, [vectors.buffer]));
    await context.breathe();
  }
  return { unkept: cache.unkept };
};

export interface ComputeInput extends EmbedInput {
  /** Texts that go through the model at once; each such batch is reported and kept as it is done. */
  readonly batch: number;
}

/** Embeds texts without looking whether they are kept, in order; the next while the last is stored. */
export const compute: Job<ComputeInput, EmbeddedBatch, EmbedResult> = async (input, context) => {
  const cache = new VectorCache(input.spec);
  const storing: Promise<void>[] = [];
  for (let start = 0; start < input.texts.length; start += input.batch) {
    await context.breathe();
    const batch = input.texts.slice(start, start + input.batch);
    const rows = await computed(input, batch);
    storing.push(cache.put(rows.map((vector, index) => [batch[index] ?? '', vector])));
    const vectors = new Float32Array(batch.length * input.spec.dims);
    rows.forEach((row, index) => vectors.set(row, index * input.spec.dims));
    context.report(Comlink.transfer({ count: batch.length, vectors }, [vectors.buffer]));
  }
  await Promise.all(storing);
  return { unkept: cache.unkept };
};

async function computed(
  input: EncoderAt,
  texts: readonly string[],
): Promise<Float32Array<ArrayBuffer>[]> {
  const { encoder } = await openEncoder(input);
  const { dims } = input.spec;
  const { vectors } = await encoder.embed(texts);
  return texts.map((_, row) => vectors.slice(row * dims, (row + 1) * dims));
}
