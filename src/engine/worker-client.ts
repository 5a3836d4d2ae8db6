import * as Comlink from 'comlink';
import type { InputOf, Jobs, ProgressOf, ResultOf } from '../../workers/job.ts';
import { AppError, isError } from '../core/errors.ts';
import { WORKER_ATTEMPTS } from '../core/limits.ts';
import { carryErrors } from '../platform/carry-errors.ts';
import { startWorker, type LiveWorker } from './live-worker.ts';
import type { PauseSwitch } from './pause-switch.ts';
import { watch } from './watchdog.ts';

export interface RunOptions<Progress> {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Holds the job and lets it go on. */
  readonly pause?: PauseSwitch;
  /** Ends the worker, and the job with `worker-stuck`, after so many ms without a sign of life. */
  readonly silence?: number;
}

/** Runs a job once, on one certain worker. */
export type Direct<J extends Jobs> = <N extends keyof J & string>(
  name: N,
  input: InputOf<J[N]>,
  options?: RunOptions<ProgressOf<J[N]>>,
) => Promise<ResultOf<J[N]>>;

carryErrors();

/**
 * The page's end of one worker. Starts it when first needed and anew after its death, upon which
 * every pending call rejects.
 */
export class WorkerClient<J extends Jobs> {
  readonly #name: string;
  readonly #spawn: () => Worker;
  readonly #prepare: (worker: { readonly direct: Direct<J> }) => Promise<void>;
  readonly #prepared = new WeakMap<LiveWorker, Promise<void>>();
  #live: LiveWorker | null = null;
  #jobs = 0;

  /**
   * @param prepare runs on every fresh worker before any job and gives back what its predecessor's
   *   death took; it is handed that very worker, so that it cannot half prepare two
   */
  constructor(
    name: string,
    spawn: () => Worker,
    prepare: (worker: { readonly direct: Direct<J> }) => Promise<void> = async () => {},
  ) {
    this.#name = name;
    this.#spawn = spawn;
    this.#prepare = prepare;
  }

  /**
   * Runs a job to its end, again from the start if the worker dies meanwhile.
   * @throws AppError `cancelled`, `worker-unavailable` after `WORKER_ATTEMPTS` deaths, or the job's own
   */
  async run<N extends keyof J & string>(
    name: N,
    input: InputOf<J[N]>,
    options: RunOptions<ProgressOf<J[N]>> = {},
  ): Promise<ResultOf<J[N]>> {
    return this.persist(() => this.attempt(name, input, options));
  }

  /** Repeats `action` while it fails with `worker-died`, at most `WORKER_ATTEMPTS` times in a row. */
  async persist<T>(action: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await action();
      } catch (thrown) {
        if (!isError(thrown, 'worker-died')) throw thrown;
        if (attempt >= WORKER_ATTEMPTS) {
          throw new AppError(
            'worker-unavailable',
            { worker: this.#name, attempts: attempt },
            thrown,
          );
        }
      }
    }
  }

  /** Runs a job once. @throws AppError `worker-died`, `worker-stuck` besides what `run` throws */
  async attempt<N extends keyof J & string>(
    name: N,
    input: InputOf<J[N]>,
    options: RunOptions<ProgressOf<J[N]>> = {},
  ): Promise<ResultOf<J[N]>> {
    if (options.signal?.aborted) throw new AppError('cancelled', {});
    const live = this.#start();
    return this.#job(live, this.#preparing(live), name, input, options);
  }

  /** Ends the worker at once: pending calls reject with `cancelled`, the next starts a fresh one. */
  terminate(): void {
    this.#live?.end(new AppError('cancelled', {}));
  }

  #start(): LiveWorker {
    if (this.#live?.ended === false) return this.#live;
    return (this.#live = startWorker(this.#name, this.#spawn));
  }

  #preparing(live: LiveWorker): Promise<void> {
    const known = this.#prepared.get(live);
    if (known) return known;
    const direct: Direct<J> = (name, input, options = {}) =>
      this.#job(live, live.ready, name, input, options);
    const preparing = live.ready.then(() => this.#prepare({ direct }));
    this.#prepared.set(live, preparing);
    preparing.catch(() => this.#prepared.delete(live));
    return preparing;
  }

  async #job<N extends keyof J & string>(
    live: LiveWorker,
    before: Promise<void>,
    name: N,
    input: InputOf<J[N]>,
    { signal, onProgress, pause, silence }: RunOptions<ProgressOf<J[N]>>,
  ): Promise<ResultOf<J[N]>> {
    const id = ++this.#jobs;
    let settled = false;
    const { promise: cancelled, reject } = Promise.withResolvers<never>();
    const cancel = (): void => {
      reject(new AppError('cancelled', {}));
      void live.wire.cancel(id);
    };
    if (signal?.aborted) cancel();
    signal?.addEventListener('abort', cancel, { once: true });
    let unfollow = (): void => {};
    let unwatch = (): void => {};
    const fate = { stuck: false };
    try {
      await live.whileAlive(Promise.race([before, cancelled]));
      const report = Comlink.proxy(async (progress: unknown) => {
        if (!settled) onProgress?.(progress as ProgressOf<J[N]>);
      });
      const result = live.wire.start(id, name, input, report);
      if (silence !== undefined) {
        unwatch = watch(
          () => live.wire.ping(),
          silence,
          () => {
            fate.stuck = true;
            live.end(new AppError('worker-died', { worker: this.#name }, 'no sign of life'));
          },
        );
      }
      if (pause) unfollow = pause.follow((paused) => void live.wire.pause(id, paused));
      return (await live.whileAlive(Promise.race([result, cancelled]))) as ResultOf<J[N]>;
    } catch (thrown) {
      throw fate.stuck
        ? new AppError('worker-stuck', { worker: this.#name })
        : AppError.from(thrown);
    } finally {
      settled = true;
      unfollow();
      unwatch();
      signal?.removeEventListener('abort', cancel);
    }
  }
}
