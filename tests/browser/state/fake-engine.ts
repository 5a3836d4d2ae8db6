import type { Engine } from '../../../src/engine/engine.ts';

/** A job that the test ends when it likes. */
export interface Pending {
  readonly name: string;
  readonly input: unknown;
  readonly signal: AbortSignal | undefined;
  readonly progress: (progress: unknown) => void;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/** Stands in for one worker's client: every job waits for the test. */
export class FakeClient {
  readonly jobs: Pending[] = [];
  terminated = 0;

  run(
    name: string,
    input: unknown,
    options: { signal?: AbortSignal; onProgress?: (progress: unknown) => void } = {},
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const progress = (each: unknown): void => options.onProgress?.(each);
      this.jobs.push({ name, input, signal: options.signal, progress, resolve, reject });
      options.signal?.addEventListener('abort', () => reject(new Error('aborted')));
    });
  }

  terminate(): void {
    this.terminated++;
  }
}

export function fakeEngine() {
  const clients = {
    analysis: new FakeClient(),
    layout: new FakeClient(),
    ingest: new FakeClient(),
  };
  // Handing rows to the layout worker takes two clients; to the page it is one job.
  const maps = new FakeClient();
  const openMap = (unit: string, signal: AbortSignal) => maps.run('openMap', unit, { signal });
  return { ...clients, maps, engine: { ...clients, openMap } as unknown as Engine };
}
