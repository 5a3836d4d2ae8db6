import type { EncoderJobs } from '../../../workers/encoder.ts';
import type { EncoderSpec } from '../../core/encoders/encoder.ts';
import type { Device } from '../../core/encoders/transformer/runtime.ts';
import type { ErrorRecord } from '../../core/errors.ts';
import type { ModelPlace } from '../../platform/model-source.ts';
import type { WorkerClient } from '../worker-client.ts';
import type { PassageQueue } from './passage-queue.ts';
import type { PassageRows } from './passage-rows.ts';

export interface EncoderChoice {
  readonly spec: EncoderSpec;
  readonly place: ModelPlace;
}

/** One run of embedding: what is to be done, and what was. */
export interface Work {
  readonly choice: EncoderChoice;
  readonly rows: PassageRows;
  readonly signal: AbortSignal | undefined;
  /** Called whenever further passages are done. */
  readonly onProgress: () => void;
  /** Why vectors could not be kept for next time, or null. */
  unkept: ErrorRecord | null;
}

/** How a worker takes from the queue. */
export interface Lane {
  readonly device: Device;
  /** Texts taken at a time, and how many of them go through the model at once. */
  readonly grain: number;
  readonly batch: number;
  /** How many workers share the queue. */
  readonly takers?: number;
}

/**
 * One worker's part: takes texts until none is left, the next as soon as the last vector has arrived,
 * while the worker still stores it: that takes long where every core computes. If the worker dies, a
 * fresh one goes on after the last vector that has arrived. What it could not finish goes back to the
 * queue.
 *
 * @throws AppError as the worker does, `worker-unavailable`, `cancelled`
 */
export async function workOff(
  client: WorkerClient<EncoderJobs>,
  queue: PassageQueue,
  work: Work,
  { device, grain, batch, takers }: Lane,
): Promise<void> {
  const { choice, rows, signal } = work;
  const take = (): number[] => queue.take(grain, takers);
  const storing: Promise<void>[] = [];
  for (let texts = take(); texts.length > 0; texts = take()) {
    let left = texts;
    const embed = async (done: () => void): Promise<void> => {
      // A worker that died while it stored what has arrived owes nothing.
      if (left.length === 0) return;
      const { unkept } = await client.attempt(
        'compute',
        { ...choice, device, batch, texts: left.map((text) => rows.texts[text] ?? '') },
        {
          ...(signal && { signal }),
          onProgress: ({ count, vectors }) => {
            rows.set(left.slice(0, count), vectors);
            left = left.slice(count);
            work.onProgress();
            if (left.length === 0) done();
          },
        },
      );
      work.unkept ??= unkept;
    };
    try {
      await new Promise<void>((resolve, reject) => {
        const stored = client.persist(() => embed(resolve));
        stored.then(resolve, reject);
        storing.push(stored);
      });
    } catch (thrown) {
      queue.giveBack(left);
      throw thrown;
    }
  }
  await Promise.all(storing);
}
