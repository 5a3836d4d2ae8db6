import { AppError } from '../../errors.ts';
import type { EncoderSpec } from '../encoder.ts';
import type { MountedModel } from './runtime.ts';

/** What the runtime says when it, the browser or the machine cannot run the model at all. */
const UNSUPPORTED =
  /unknown \S+ type|unsupported|not implemented|no available backend|missing the following inputs/i;

/** What it, or the engine, says when there is no room: a `RangeError` of WebAssembly, or `bad_alloc`. */
const NO_ROOM = /memory|alloc|Array buffer|RangeError/i;

/**
 * Runs one step of loading and names its failure: the source's own error if it could not give a
 * file, `encoder-memory` if there is no room, `model-unsupported` if the runtime cannot run such a
 * model, else `model-corrupt`.
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
    if (thrown instanceof RangeError || NO_ROOM.test(reason)) {
      throw new AppError('encoder-memory', { encoder: spec.id }, thrown);
    }
    throw UNSUPPORTED.test(reason)
      ? new AppError('model-unsupported', { encoder: spec.id, reason }, thrown)
      : new AppError('model-corrupt', { encoder: spec.id, file, reason }, thrown);
  }
}
