import { readGolden } from '../../src/core/encoders/golden.ts';
import { CHECK_TEXTS } from '../../src/core/encoders/self-check.ts';
import { modelSource } from '../../src/platform/model-source.ts';
import type { Job } from '../job.ts';
import { openEncoder, type EncoderAt } from './open-encoder.ts';

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
export const check: Job<CheckInput, never, Checked> = async (input) => {
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
