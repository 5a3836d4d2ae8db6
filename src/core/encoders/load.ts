import { AppError } from '../errors.ts';
import type { Encoder, EncoderSpec, ModelSource } from './encoder.ts';
import { loadStaticEncoder } from './static/static-encoder.ts';
import type { Device } from './transformer/runtime.ts';

/**
 * Loads an encoder of any kind. The transformer runtime is imported only for a transformer, so
 * that a page that never uses one never downloads it.
 *
 * @param device what a transformer computes on
 * @throws AppError `model-missing`, `model-corrupt`, `model-unsupported`, `encoder-memory`;
 *   `encoder-elsewhere` for one of which only vectors are here
 */
export async function loadEncoder(
  spec: EncoderSpec,
  source: ModelSource,
  device: Device = 'wasm',
): Promise<Encoder> {
  if (spec.kind === 'given') throw new AppError('encoder-elsewhere', { encoder: spec.name });
  if (spec.kind === 'static') return loadStaticEncoder(spec, source);
  const { loadTransformerEncoder } = await import('./transformer-encoder.ts');
  return loadTransformerEncoder(spec, source, device);
}
