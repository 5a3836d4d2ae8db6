import { AppError } from '../errors.ts';
import type { Encoder, EncoderSpec, ModelSource } from './encoder.ts';
import { loadStaticEncoder } from './static/static-encoder.ts';

/**
 * Loads an encoder of any kind. The transformer runtime is imported only for a transformer, so
 * that a page that never uses one never downloads it.
 *
 * @throws AppError `model-missing`, `model-corrupt`, `model-unsupported`; `encoder-elsewhere` for one
 *   of which only vectors are here
 */
export async function loadEncoder(spec: EncoderSpec, source: ModelSource): Promise<Encoder> {
  if (spec.kind === 'given') throw new AppError('encoder-elsewhere', { encoder: spec.name });
  if (spec.kind === 'static') return loadStaticEncoder(spec, source);
  const { loadTransformerEncoder } = await import('./transformer-encoder.ts');
  return loadTransformerEncoder(spec, source);
}
