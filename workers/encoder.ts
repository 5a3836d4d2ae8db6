import * as Comlink from 'comlink';
import type { EncoderSpec } from '../src/core/encoders/encoder.ts';
import { readGolden } from '../src/core/encoders/golden.ts';
import type { TransformerSettings } from '../src/core/encoders/own/describe.ts';
import { openOwnTransformer } from '../src/core/encoders/own/own-transformer.ts';
import { openOwnModel } from '../src/core/encoders/own-model.ts';
import { CHECK_TEXTS } from '../src/core/encoders/self-check.ts';
import type { ErrorRecord } from '../src/core/errors.ts';
import { EMBED_BATCH } from '../src/core/limits.ts';
import { carryErrors } from '../src/platform/carry-errors.ts';
import type { KeptModel } from '../src/platform/kept-models.ts';
import { modelSource, type OwnPlace } from '../src/platform/model-source.ts';
import { countCut } from './cut-tokens.ts';
import { serve, type Job } from './job.ts';
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
const embed: Job<EmbedInput, EmbeddedBatch, EmbedResult> = async (input, context) => {
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

export interface RecallInput {
  readonly spec: EncoderSpec;
  readonly texts: readonly string[];
}

export interface Recalled {
  /** Which texts were found, in ascending order. */
  readonly found: Uint32Array<ArrayBuffer>;
  /** [found × dims] */
  readonly vectors: Float32Array<ArrayBuffer>;
}

/** What is kept of the texts' vectors. Needs no model. */
const recall: Job<RecallInput, never, Recalled> = async ({ spec, texts }, context) => {
  const kept = await new VectorCache(spec).recall(texts, () => context.breathe());
  const found = Uint32Array.from(kept.flatMap((vector, row) => (vector ? [row] : [])));
  const vectors = new Float32Array(found.length * spec.dims);
  found.forEach((row, index) => vectors.set(kept[row] ?? [], index * spec.dims));
  return Comlink.transfer({ found, vectors }, [found.buffer, vectors.buffer]);
};

export interface ComputeInput extends EmbedInput {
  /** Texts that go through the model at once; each such batch is reported and kept as it is done. */
  readonly batch: number;
}

/** Embeds texts without looking whether they are kept, in order; the next while the last is stored. */
const compute: Job<ComputeInput, EmbeddedBatch, EmbedResult> = async (input, context) => {
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

export interface Checked {
  /** Of `CHECK_TEXTS`, [texts × dims]. */
  readonly vectors: Float32Array<ArrayBuffer>;
  /** The vectors that they are known to have; null if the model came without. */
  readonly golden: Float32Array<ArrayBuffer> | null;
  /** For a text, once warm, when `probe` texts are given at a time. */
  readonly secondsEach: number;
  /** Of the model's files. */
  readonly bytes: number;
}

export interface CheckInput extends EncoderAt {
  /** Texts given at once when time is taken. */
  readonly probe: number;
}

/** Loads an encoder and tries it on texts that never change. */
const check: Job<CheckInput, never, Checked> = async (input) => {
  const { encoder, bytes } = await openEncoder(input);
  const golden = await readGolden(input.spec, modelSource(input.spec.id, input.place));
  const { vectors } = await encoder.embed(CHECK_TEXTS);
  const texts = Array.from(
    { length: input.probe },
    (_, i) => CHECK_TEXTS[i % CHECK_TEXTS.length] ?? '',
  );
  await encoder.embed(texts);
  const start = performance.now();
  await encoder.embed(texts);
  const secondsEach = (performance.now() - start) / 1000 / texts.length;
  return { vectors, golden, secondsEach, bytes };
};

export interface InspectInput {
  readonly name: string;
  readonly licence?: string;
  readonly place: OwnPlace;
  /** Of a transformer; a static model needs none. */
  readonly settings?: TransformerSettings;
}

/**
 * What a model is that no registry describes, found by loading it once. Of a folder that the reader
 * brought it takes a copy of the files, which stays when the folder is moved.
 */
const inspect: Job<InspectInput, never, KeptModel> = async (input) => {
  const { name, licence, place, settings } = input;
  const source = modelSource(name, place);
  const { files, model } = settings
    ? await openOwnTransformer(name, source, settings, licence)
    : await openOwnModel(name, source, licence);
  if (place.at === 'hub') return { ...model, place };
  const copies = new Map(Array.from(files, ([path, bytes]) => [path, new Blob([bytes])]));
  return { ...model, place: { at: 'own', files: copies } };
};

const jobs = { embed, recall, compute, check, inspect, countCut };
export type EncoderJobs = typeof jobs;

carryErrors();
serve(jobs);
