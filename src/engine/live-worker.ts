import * as Comlink from 'comlink';
import type { Wire } from '../../workers/job.ts';
import { AppError } from '../core/errors.ts';

/** One worker from its start to its end. */
export interface LiveWorker {
  readonly wire: Comlink.Remote<Wire>;
  /** Resolves once the worker answers and its death would be noticed. */
  readonly ready: Promise<void>;
  /**
   * Settles as `work` does, or rejects with the reason if the worker ends first. Nothing of the
   * work outlives it, as it would in a race with a promise that lives as long as the worker.
   */
  readonly whileAlive: <T>(work: Promise<T>) => Promise<T>;
  readonly ended: boolean;
  /** Ends it at once, whatever it is doing; all that waits on it rejects with `reason`. */
  readonly end: (reason: AppError) => void;
}

/**
 * Starts a worker and watches over its life. A worker dies without any event, so it holds a Web
 * Lock for life and the page queues on it: being granted the lock means that the worker is gone.
 */
export function startWorker(name: string, spawn: () => Worker): LiveWorker {
  const waiting = new Set<(reason: AppError) => void>();
  const died = (cause: unknown): AppError => new AppError('worker-died', { worker: name }, cause);

  let worker: Worker;
  try {
    worker = spawn();
  } catch (thrown) {
    throw died(thrown);
  }
  const wire = Comlink.wrap<Wire>(worker);
  let ended: AppError | null = null;
  const end = (reason: AppError): void => {
    ended ??= reason;
    worker.terminate();
    for (const reject of waiting) reject(ended);
    waiting.clear();
  };
  const whileAlive = async <T>(work: Promise<T>): Promise<T> => {
    const { promise, reject } = Promise.withResolvers<never>();
    if (ended) reject(ended);
    waiting.add(reject);
    try {
      return await Promise.race([work, promise]);
    } finally {
      waiting.delete(reject);
    }
  };
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    end(died(event.message || 'its script could not be loaded'));
  });
  worker.addEventListener('messageerror', () => end(died('a message could not be read')));

  const lock = `parable-worker-${name}-${crypto.randomUUID()}`;
  const ready = whileAlive(wire.live(lock)).then(
    () => void navigator.locks.request(lock, () => end(died('its lock was released'))),
    (thrown: unknown) => {
      const reason = ended ?? died(thrown);
      end(reason);
      throw reason;
    },
  );
  ready.catch(() => {});
  return {
    wire,
    ready,
    whileAlive,
    end,
    get ended() {
      return ended !== null;
    },
  };
}
