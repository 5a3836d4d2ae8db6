import { leastCosine, requiredCosine } from '../../core/encoders/self-check.ts';
import { AppError, isError } from '../../core/errors.ts';
import { GPU_BATCH, GPU_MIN_PASSAGES, GPU_WINDOW } from '../../core/limits.ts';
import { isGraphicsSlow, rememberSlowGraphics } from '../../platform/slow-graphics.ts';
import { keyOf, type EncoderClient } from './encoder-client.ts';
import type { PassageQueue } from './passage-queue.ts';
import { workOff, type EncoderChoice, type Work } from './work.ts';

const LANE = { device: 'webgpu', grain: GPU_BATCH, batch: GPU_BATCH } as const;

/**
 * Embeds on the graphics processor if there is one that gives the processor's vectors, sooner than so
 * many workers do. Where it is refused, or fails on the way, the queue keeps what is left, and
 * `onSetback` is told. 8-bit weights are left to processors: the runtime would compute them there anyway.
 *
 * @throws AppError `cancelled`
 */
export async function embedOnGraphics(
  client: EncoderClient,
  queue: PassageQueue,
  work: Work,
  workers: number,
): Promise<void> {
  const { choice, rows } = work;
  const key = keyOf(choice);
  if (!isWorthTrying(choice, queue.size) || client.withoutGraphics.has(key)) return;
  if (isGraphicsSlow(key) || !(await client.hasGraphics())) return;
  try {
    const faster = await isFaster(client, choice, workers);
    if (faster) {
      queue.sortWithin(GPU_WINDOW, (text) => rows.texts[text]?.length ?? 0);
      await workOff(client.graphics, queue, work, LANE);
      return;
    }
    rememberSlowGraphics(key);
  } catch (thrown) {
    const error = AppError.from(thrown);
    if (error.code === 'cancelled') throw error;
    client.onSetback(isError(error, 'device-refused') ? error : failed(choice, error));
  }
  client.withoutGraphics.add(key);
  client.graphics.terminate();
}

function isWorthTrying({ spec }: EncoderChoice, passages: number): boolean {
  const floats = spec.dtype === 'float32' || spec.dtype === 'float16';
  return floats && passages >= GPU_MIN_PASSAGES;
}

/** @throws AppError `device-refused` if its vectors are not the processor's */
async function isFaster(
  client: EncoderClient,
  choice: EncoderChoice,
  workers: number,
): Promise<boolean> {
  const { spec } = choice;
  const input = { ...choice, probe: GPU_BATCH };
  const onGraphics = await client.graphics.run('check', { ...input, device: 'webgpu' });
  const onProcessor = await client.run('check', input);
  const cosine = leastCosine(onGraphics.vectors, onProcessor.vectors, spec.dims);
  if (cosine < requiredCosine(spec.dtype)) {
    throw new AppError('device-refused', { encoder: spec.id, cosine });
  }
  return onGraphics.secondsEach < onProcessor.secondsEach / workers;
}

function failed({ spec }: EncoderChoice, error: AppError): AppError {
  return new AppError('device-failed', { encoder: spec.id, reason: reasonOf(error) }, error);
}

function reasonOf({ code, params }: AppError): string {
  if ('reason' in params) return params.reason;
  return code === 'worker-unavailable' ? 'it was lost again and again' : code;
}
