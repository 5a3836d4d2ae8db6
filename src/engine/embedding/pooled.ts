import { workersFor } from '../../core/encoders/pool-size.ts';
import { AppError } from '../../core/errors.ts';
import { EMBED_GRAIN, EMBED_SLICE } from '../../core/limits.ts';
import type { EncoderClient } from './encoder-client.ts';
import { embedOnGraphics } from './graphics.ts';
import { PassageQueue } from './passage-queue.ts';
import { workOff, type Work } from './work.ts';

const LANE = { device: 'wasm', grain: EMBED_GRAIN, batch: 1 } as const;

/** What fewer workers may get over. */
const FOR_WANT_OF_ROOM: readonly string[] = ['encoder-memory', 'worker-unavailable'];

/**
 * Embeds with a transformer: takes what this browser keeps, which needs no model; tries the encoder on
 * known texts; and shares the rest among as many workers as the machine and the work allow. A vector
 * depends neither on their number nor on which of them dies.
 */
export async function embedPooled(client: EncoderClient, work: Work): Promise<void> {
  const missing = await recallKept(client, work);
  if (missing.length === 0) return;
  const { bytes } = await orCancelled(client.check(work.choice), work.signal);
  const queue = new PassageQueue(missing);
  const workers = workersFor(client.machine, bytes, queue.size);
  await embedOnGraphics(client, queue, work, workers);
  if (queue.size > 0) await embedOnProcessors(client, queue, work, workers);
}

/** Takes in all vectors that are kept; returns the texts without one. */
async function recallKept(client: EncoderClient, work: Work): Promise<number[]> {
  const { choice, rows, signal } = work;
  const missing: number[] = [];
  for (let start = 0; start < rows.texts.length; start += EMBED_SLICE) {
    const texts = rows.texts.slice(start, start + EMBED_SLICE);
    const { found, vectors } = await client.run(
      'recall',
      { spec: choice.spec, texts },
      { ...(signal && { signal }) },
    );
    const known = new Set(found);
    rows.set(
      Array.from(found, (text) => start + text),
      vectors,
    );
    for (const text of texts.keys()) if (!known.has(text)) missing.push(start + text);
    if (found.length > 0) work.onProgress();
  }
  return missing;
}

/**
 * One lane a worker. A worker without room for its model is done without; if all ran into that, a single
 * fresh one tries again.
 */
async function embedOnProcessors(
  client: EncoderClient,
  queue: PassageQueue,
  work: Work,
  workers: number,
): Promise<void> {
  const stop = new AbortController();
  const signal = work.signal ? AbortSignal.any([work.signal, stop.signal]) : stop.signal;
  const stoppable: Work = { ...work, signal };
  let alive = workers;
  const failures: AppError[] = [];
  const lanes = Array.from({ length: workers }, async (_, index) => {
    const own = client.worker(index);
    try {
      await workOff(own, queue, stoppable, { ...LANE, takers: workers });
    } catch (thrown) {
      const error = AppError.from(thrown);
      failures.push(error);
      if (error.code !== 'cancelled') own.terminate();
      if (!FOR_WANT_OF_ROOM.includes(error.code)) stop.abort();
      else if (--alive > 0) client.onSetback(fewer(work, alive));
    }
  });
  await Promise.all(lanes);
  work.unkept ??= stoppable.unkept;
  const fatal = failures.find(({ code }) => !FOR_WANT_OF_ROOM.includes(code)) ?? null;
  if (fatal) throw fatal;
  if (queue.size === 0) return;
  const [first] = failures;
  if (first && workers === 1) throw first;
  client.release();
  await embedOnProcessors(client, queue, work, 1);
}

function fewer({ choice }: Work, workers: number): AppError {
  return new AppError('encoder-fewer-workers', { encoder: choice.spec.id, workers });
}

/** Settles as `shared` does, unless `signal` is given up first; `shared` itself goes on. */
function orCancelled<T>(shared: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = (): void => reject(new AppError('cancelled', {}));
    if (signal?.aborted) cancel();
    signal?.addEventListener('abort', cancel);
    void shared.then(resolve, reject).then(() => signal?.removeEventListener('abort', cancel));
  });
}
