import type { InspectInput } from '../../workers/encoder/inspect.ts';
import { AppError } from '../core/errors.ts';
import type { KeptModel } from '../platform/kept-models.ts';
import type { Engine } from './engine.ts';

/**
 * What a model is that no registry describes, found by loading it once in the encoder's worker.
 *
 * @throws AppError `model-missing`, `model-corrupt`, `model-unsupported`, `worker-unavailable`
 */
export async function inspectModel(
  { encoder }: Pick<Engine, 'encoder'>,
  input: InspectInput,
): Promise<KeptModel> {
  try {
    return await encoder.run('inspect', input);
  } catch (thrown) {
    // A runtime that failed queues every later call behind the failure, so what comes next starts afresh.
    if (AppError.from(thrown).code.startsWith('model-')) encoder.terminate();
    throw thrown;
  }
}
