import * as Comlink from 'comlink';
import { vectorKey } from '../src/core/encoders/cache-key.ts';
import { encoderKey, type Encoder, type EncoderSpec } from '../src/core/encoders/encoder.ts';
import { loadEncoder } from '../src/core/encoders/load.ts';
import { AppError, type ErrorRecord } from '../src/core/errors.ts';
import { EMBED_BATCH } from '../src/core/limits.ts';
import type { TransformerSettings } from '../src/core/encoders/own/describe.ts';
import { openOwnTransformer } from '../src/core/encoders/own/own-transformer.ts';
import { openOwnModel } from '../src/core/encoders/own-model.ts';
import { modelSource, type ModelPlace, type OwnPlace } from '../src/platform/model-source.ts';
import type { KeptModel } from '../src/platform/kept-models.ts';
import { IndexedVectorStore } from '../src/platform/vector-store.ts';
import { carryErrors } from '../src/platform/carry-errors.ts';
import { countCut } from './cut-tokens.ts';
import { serve, type Job } from './job.ts';

export interface EmbedInput {
  readonly spec: EncoderSpec;
  readonly place: ModelPlace;
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

const store = new IndexedVectorStore();
let unkept: AppError | null = null;
let loaded: { key: string; encoder: Promise<Encoder> } | null = null;

/** The encoder, loaded on the first text that no cache holds; a failed load is tried anew. */
function encoderFor({ spec, place }: EmbedInput): Promise<Encoder> {
  const key = `${place.at === 'site' ? place.folder : place.at} ${encoderKey(spec)}`;
  if (loaded?.key !== key) {
    const encoder = loadEncoder(spec, modelSource(spec.id, place));
    encoder.catch(() => (loaded = null));
    loaded = { key, encoder };
  }
  return loaded.encoder;
}

const embed: Job<EmbedInput, EmbeddedBatch, EmbedResult> = async (input, context) => {
  unkept = null;
  for (let start = 0; start < input.texts.length; start += EMBED_BATCH) {
    const batch = input.texts.slice(start, start + EMBED_BATCH);
    const vectors = await embedBatch(input, batch);
    context.report(Comlink.transfer({ count: batch.length, vectors }, [vectors.buffer]));
    await context.breathe();
  }
  return { unkept: (unkept as AppError | null)?.toRecord() ?? null };
};

async function embedBatch(
  input: EmbedInput,
  texts: readonly string[],
): Promise<Float32Array<ArrayBuffer>> {
  const { dims } = input.spec;
  const keys = texts.map((text) => vectorKey(input.spec, text));
  const kept = await store.get(keys).catch(keepGoing);
  const missing = texts.flatMap((_, row) => (kept?.[row]?.length === dims ? [] : [row]));
  const vectors = new Float32Array(texts.length * dims);
  for (const [row, vector] of kept?.entries() ?? []) {
    if (vector?.length === dims) vectors.set(vector, row * dims);
  }
  if (missing.length === 0) return vectors;
  const encoder = await encoderFor(input);
  const fresh = await encoder.embed(missing.map((row) => texts[row] ?? ''));
  const entries = missing.map((row, index) => {
    const vector = fresh.vectors.slice(index * dims, (index + 1) * dims);
    vectors.set(vector, row * dims);
    return [keys[row] ?? '', vector] as const;
  });
  if (!unkept) await store.put(entries).catch(keepGoing);
  return vectors;
}

function keepGoing(thrown: unknown): undefined {
  unkept = AppError.from(thrown);
}

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

const jobs = { embed, inspect, countCut };
export type EncoderJobs = typeof jobs;

carryErrors();
serve(jobs);
