import * as Comlink from 'comlink';
import type { Wire } from '../../workers/job.ts';
import { AppError } from '../core/errors.ts';

/** One worker from its start to its end. */
export interface LiveWorker {
  readonly wire: Comlink.Remote<Wire>;
  /** Resolves once the worker answers and its death would be noticed. */
  readonly ready: Promise<void>;
  /** Rejects when the worker ends, with the reason; never resolves. */
  readonly death: Promise<never>;
  readonly ended: boolean;
  /** Ends it at once, whatever it is doing; all that waits on it rejects with `reason`. */
  readonly end: (reason: AppError) => void;
}

/**
 * Starts a worker and watches over its life. A worker dies without any event, so it holds a Web
 * Lock for life and the page queues on it: being granted the lock means that the worker is gone.
 */
export function startWorker(name: string, spawn: () => Worker): LiveWorker {
  const { promise: death, reject } = Promise.withResolvers<never>();
  death.catch(() => {});
  const died = (cause: unknown): AppError => new AppError('worker-died', { worker: name }, cause);

  let worker: Worker;
  try {
    worker = spawn();
  } catch (thrown) {
    throw died(thrown);
  }
  const wire = Comlink.wrap<Wire>(worker);
  let ended = false;
  const end = (reason: AppError): void => {
    ended = true;
    worker.terminate();
    reject(reason);
  };
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    end(died(event.message || 'its script could not be loaded'));
  });
  worker.addEventListener('messageerror', () => end(died('a message could not be read')));

  const lock = `parable-worker-${name}-${crypto.randomUUID()}`;
  const ready = Promise.race([wire.live(lock), death]).then(
    () => void navigator.locks.request(lock, () => end(died('its lock was released'))),
    (thrown: unknown) => {
      end(died(thrown));
      return death;
    },
  );
  ready.catch(() => {});
  return {
    wire,
    ready,
    death,
    end,
    get ended() {
      return ended;
    },
  };
}
