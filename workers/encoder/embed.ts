import * as Comlink from 'comlink';
import type { ErrorRecord } from '../../src/core/errors.ts';
import { EMBED_BATCH } from '../../src/core/limits.ts';
import type { Job, JobContext } from '../job.ts';
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

/** Embeds what no cache holds, a batch at a time; the next while the last is stored, and then reported. */
export const embed: Job<EmbedInput, EmbeddedBatch, EmbedResult> = async (input, context) => {
  const cache = new VectorCache(input.spec);
  const kept = await cache.recall(input.texts, () => context.breathe());
  let last = Promise.resolve();
  for (let start = 0; start < input.texts.length; start += EMBED_BATCH) {
    const batch = input.texts.slice(start, start + EMBED_BATCH);
    const known = kept.slice(start, start + EMBED_BATCH);
    const missing = batch.filter((_, row) => !known[row]);
    const fresh = missing.length > 0 ? await computed(input, missing) : [];
    let next = 0;
    const rows = known.map((vector) => vector ?? fresh[next++]!);
    await last;
    last = cache.put(missing, fresh).then(() => report(rows, context));
    await context.breathe();
  }
  await last;
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
    storing.push(cache.put(batch, rows));
    report(rows, context);
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

/** Sends a copy of finished rows, all of the same length. */
function report(rows: readonly Float32Array[], context: JobContext<EmbeddedBatch>): void {
  const dims = rows[0]?.length ?? 0;
  const vectors = new Float32Array(rows.length * dims);
  rows.forEach((row, index) => vectors.set(row, index * dims));
  context.report(Comlink.transfer({ count: rows.length, vectors }, [vectors.buffer]));
}
