import * as Comlink from 'comlink';
import { AppError } from '../src/core/errors.ts';

/**
 * The one protocol between page and workers: a worker offers named jobs, a job starts with an
 * input, may report progress, can be cancelled, and ends with a result or an `AppError`.
 */
export interface JobContext<Progress> {
  /** Sends progress to the page; wrap in `Comlink.transfer` to move buffers instead of copying. */
  report(progress: Progress): void;
  /**
   * Lets pending messages in, and waits while the page has paused the job.
   * @throws AppError `cancelled` if the page gave the job up
   */
  breathe(): Promise<void>;
  /** Waits until the page has taken what was reported, so that a slow one is not buried in it. */
  delivered(): Promise<void>;
}

export type Job<Input, Progress, Result> = (
  input: Input,
  context: JobContext<Progress>,
) => Result | Promise<Result>;

/** A worker's API: what `serve` is given and what the page's client is typed by. */
export type Jobs = Record<string, (input: never, context: JobContext<unknown>) => unknown>;

export type InputOf<J> = J extends (input: infer Input, ...rest: never[]) => unknown
  ? Input
  : never;
export type ProgressOf<J> = J extends (input: never, context: JobContext<infer P>) => unknown
  ? P
  : never;
export type ResultOf<J extends (...args: never[]) => unknown> = Awaited<ReturnType<J>>;

/** What travels through Comlink. */
export interface Wire {
  /** Takes the lock that stands for this worker's life; resolves once it is held. */
  live(lock: string): Promise<void>;
  start(
    id: number,
    name: string,
    input: unknown,
    report: (progress: unknown) => Promise<void>,
  ): Promise<unknown>;
  cancel(id: number): void;
  /** Answered wherever a job breathes: a sign of life. */
  ping(): void;
  /** Holds a job where it next breathes, or lets it go on. */
  pause(id: number, paused: boolean): void;
}

/** Offers `jobs` to the page that started this worker. */
export function serve(jobs: Jobs): void {
  const cancelled = new Set<number>();
  const running = new Set<number>();
  const paused = new Set<number>();
  const waiting = new Set<() => void>();
  const changed = (): void => {
    for (const wake of waiting) wake();
    waiting.clear();
  };
  const held = (id: number): boolean => paused.has(id) && !cancelled.has(id);
  const wire: Wire = {
    live: holdLock,
    cancel: (id) => {
      if (running.has(id)) cancelled.add(id);
      changed();
    },
    ping: () => {},
    pause: (id, hold) => {
      if (hold && running.has(id)) paused.add(id);
      else paused.delete(id);
      changed();
    },
    start: async (id, name, input, report) => {
      const job = jobs[name];
      if (!job) throw new AppError('unexpected', { message: `no job ${name}` });
      running.add(id);
      let delivered = Promise.resolve();
      try {
        const result = await job(input as never, {
          report: (progress) => (delivered = report(progress)),
          delivered: () => delivered,
          breathe: async () => {
            await nextTask();
            while (held(id)) await new Promise<void>((wake) => waiting.add(wake));
            if (cancelled.has(id)) throw new AppError('cancelled', {});
          },
        });
        // Progress has a port of its own, so without this the result could overtake it.
        await delivered;
        return result;
      } finally {
        running.delete(id);
        cancelled.delete(id);
        paused.delete(id);
      }
    },
  };
  Comlink.expose(wire);
}

/** Never released: the browser frees it when the worker dies, which is how the page learns of it. */
function holdLock(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(name, () => {
        resolve();
        return new Promise<never>(() => {});
      })
      .catch(reject);
  });
}

/** A macrotask without the 4 ms clamp of nested timers. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
