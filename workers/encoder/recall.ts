import * as Comlink from 'comlink';
import type { EncoderSpec } from '../../src/core/encoders/encoder.ts';
import type { Job } from '../job.ts';
import { VectorCache } from './vector-cache.ts';

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
export const recall: Job<RecallInput, never, Recalled> = async ({ spec, texts }, context) => {
  const kept = await new VectorCache(spec).recall(texts, () => context.breathe());
  const found = Uint32Array.from(kept.flatMap((vector, row) => (vector ? [row] : [])));
  const vectors = new Float32Array(found.length * spec.dims);
  found.forEach((row, index) => vectors.set(kept[row] ?? [], index * spec.dims));
  return Comlink.transfer({ found, vectors }, [found.buffer, vectors.buffer]);
};
