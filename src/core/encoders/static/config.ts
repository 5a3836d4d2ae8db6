import { AppError } from '../../errors.ts';
import type { EncoderSpec } from '../encoder.ts';

/**
 * Checks a model's `config.json` against the spec it is loaded under. Only what the file states is
 * compared: our own `revision`, which catches a half-updated site whose vectors would silently live in
 * another space. Not `hidden_dim`: model2vec keeps it when it saves fewer dimensions than it loaded,
 * and the weights say how many there are.
 *
 * @throws AppError `model-corrupt`
 */
export function checkConfig(json: string, spec: EncoderSpec): void {
  const corrupt = (reason: string) =>
    new AppError('model-corrupt', { encoder: spec.id, file: 'config.json', reason });
  let config: unknown;
  try {
    config = JSON.parse(json);
  } catch {
    throw corrupt('it is not JSON');
  }
  if (typeof config !== 'object' || config === null) throw corrupt('it is not an object');
  const { revision } = config as Record<string, unknown>;
  if (revision !== undefined && revision !== spec.revision) {
    throw corrupt(`revision ${JSON.stringify(revision)} instead of ${spec.revision}`);
  }
}
