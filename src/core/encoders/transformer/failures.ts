import { AppError } from '../../errors.ts';
import type { EncoderSpec } from '../encoder.ts';
import type { MountedModel } from './runtime.ts';

/** What the runtime says when it, the browser or the machine cannot run the model at all. */
const UNSUPPORTED =
  /unknown \S+ type|unsupported|not implemented|no available backend|missing the following inputs|memory|allocat/i;

/**
 * Runs one step of loading and names its failure: the source's own error if it could not give a
 * file, `model-unsupported` if the runtime cannot run such a model, else `model-corrupt`.
 */
export async function step<T>(
  spec: EncoderSpec,
  model: MountedModel,
  file: string,
  action: () => Promise<T>,
): Promise<T> {
  try {
    return await action();
  } catch (thrown) {
    const unread = model.failure();
    if (unread) throw unread;
    if (thrown instanceof AppError) throw thrown;
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw UNSUPPORTED.test(reason)
      ? new AppError('model-unsupported', { encoder: spec.id, reason }, thrown)
      : new AppError('model-corrupt', { encoder: spec.id, file, reason }, thrown);
  }
}
