import type { Engine } from '../../../src/engine/engine.ts';

/** A job that the test ends when it likes. */
export interface Pending {
  readonly name: string;
  readonly input: unknown;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/** Stands in for one worker's client: every job waits for the test. */
export class FakeClient {
  readonly jobs: Pending[] = [];
  terminated = 0;

  run(name: string, input: unknown, options: { signal?: AbortSignal } = {}): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.jobs.push({ name, input, signal: options.signal, resolve, reject });
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
  return { ...clients, engine: clients as unknown as Engine };
}
