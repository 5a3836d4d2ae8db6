import { afterEach, describe, expect, it, vi } from 'vitest';
import { AppError, isError, type ErrorCode } from '../../src/core/errors.ts';
import { WORKER_ATTEMPTS } from '../../src/core/limits.ts';
import { WorkerClient, type Direct } from '../../src/engine/worker-client.ts';
import type { TestJobs } from './fixtures/jobs.ts';

type Client = WorkerClient<TestJobs>;
type Prepare = (worker: { readonly direct: Direct<TestJobs> }) => Promise<void>;

let clients: Client[] = [];
afterEach(() => {
  for (const client of clients) client.terminate();
  clients = [];
});

const start = (): Worker =>
  new Worker(new URL('./fixtures/jobs.ts', import.meta.url), { type: 'module', name: 'test' });

/** A client that is ended with its test, and a count of the workers it started. */
function newClient(prepare?: Prepare, spawn = start): { client: Client; spawned: () => number } {
  const counted = vi.fn(spawn);
  const client: Client = new WorkerClient<TestJobs>('test', counted, prepare);
  clients.push(client);
  return { client, spawned: () => counted.mock.calls.length };
}

/** What a promise was rejected with: an `AppError` of the given code. */
async function failure(promise: Promise<unknown>, code: ErrorCode): Promise<AppError> {
  const thrown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(thrown).toBeInstanceOf(AppError);
  if (!isError(thrown, code)) throw thrown;
  return thrown;
}

describe('a job', () => {
  it('gives its result and reports progress in order', async () => {
    const { client, spawned } = newClient();
    const seen: number[] = [];
    const onProgress = (step: number): void => void seen.push(step);
    expect(await client.run('count', 5, { onProgress })).toBe(5);
    expect(seen).toEqual([1, 2, 3, 4, 5]);
    expect(spawned()).toBe(1);
  });

  it('never ends before its progress has arrived', async () => {
    const { client } = newClient();
    for (let round = 0; round < 20; round++) {
      const seen: number[] = [];
      await client.run('burst', 50, { onProgress: (i) => void seen.push(i) });
      expect(seen).toEqual(Array.from({ length: 50 }, (_, i) => i));
    }
  });

  it('runs beside others in one worker', async () => {
    const { client, spawned } = newClient();
    const results = await Promise.all([1, 2, 3].map((to) => client.run('count', to)));
    expect(results).toEqual([1, 2, 3]);
    expect(spawned()).toBe(1);
  });
});

describe('cancelling', () => {
  it('rejects at once, and the job really stops', async () => {
    const { client, spawned } = newClient();
    const control = new AbortController();
    const late = vi.fn();
    let aborted = false;
    const onProgress = (step: number): void => {
      if (aborted) late(step);
      if (step === 3) {
        aborted = true;
        control.abort();
      }
    };
    await failure(client.run('endless', null, { signal: control.signal, onProgress }), 'cancelled');
    const at = await settled(() => client.run('stepsSoFar', null));
    expect(at).toBeGreaterThanOrEqual(3);
    expect(late).not.toHaveBeenCalled();
    expect(spawned()).toBe(1);
  });

  it('does not start a worker for a job that was given up before', async () => {
    const { client, spawned } = newClient();
    await failure(client.run('count', 1, { signal: AbortSignal.abort() }), 'cancelled');
    expect(spawned()).toBe(0);
  });

  it('does not wait for the worker to be prepared', async () => {
    const { client } = newClient(() => new Promise<never>(() => {}));
    const control = new AbortController();
    const run = client.run('count', 1, { signal: control.signal });
    control.abort();
    await failure(run, 'cancelled');
  });
});

describe('an error', () => {
  it('crosses with code, parameters and cause', async () => {
    const { client } = newClient();
    const error = await failure(client.run('fail', 'ours'), 'csv-malformed');
    expect(error.params).toEqual({ file: 'notes.csv', line: 3 });
    expect(error.cause).toBe('the header ends early');
  });

  it.each([
    ['foreign', 'x is not a function'],
    ['value', 'a bare string'],
  ] as const)('that is not one of ours (%s) becomes unexpected', async (kind, message) => {
    const { client } = newClient();
    const error = await failure(client.run('fail', kind), 'unexpected');
    expect(error.params).toEqual({ message });
  });

  it('tells of what cannot be sent, in either direction', async () => {
    const { client } = newClient();
    await failure(client.run('unclonable', null), 'unexpected');
    await failure(client.run('give', (() => {}) as never), 'unexpected');
    expect(await client.run('count', 1)).toBe(1);
  });
});

describe('a death', () => {
  it('rejects what is pending', async () => {
    const { client } = newClient();
    const pending = client.attempt('endless', null);
    const dying = client.attempt('die', null);
    const error = await failure(pending, 'worker-died');
    expect(error.params).toEqual({ worker: 'test' });
    await failure(dying, 'worker-died');
  });

  it('is survived: the job runs again on a fresh worker', async () => {
    const { client, spawned } = newClient();
    let attempts = 0;
    const result = await client.persist(() => {
      attempts++;
      return attempts === 1 ? client.attempt('die', null) : client.attempt('count', 4);
    });
    expect(result).toBe(4);
    expect([attempts, spawned()]).toEqual([2, 2]);
  });

  it('does not hurt a job that another job’s worker took down', async () => {
    const { client, spawned } = newClient();
    await client.run('count', 1);
    const [counted] = await Promise.all([
      client.run('count', 300),
      failure(client.attempt('die', null), 'worker-died'),
    ]);
    expect(counted).toBe(300);
    expect(spawned()).toBe(2);
  });

  it('again and again ends in worker-unavailable', async () => {
    const { client, spawned } = newClient();
    const error = await failure(client.run('die', null), 'worker-unavailable');
    expect(error.params).toEqual({ worker: 'test', attempts: WORKER_ATTEMPTS });
    expect(spawned()).toBe(WORKER_ATTEMPTS);
    expect(await client.run('count', 2)).toBe(2);
  });
});

describe('prepare', () => {
  it('runs once on every fresh worker, before any job', async () => {
    const prepare = vi.fn<Prepare>(({ direct }) => direct('give', 'the corpus'));
    const { client } = newClient(prepare);
    const both = [client.run('take', null), client.run('take', null)];
    expect(await Promise.all(both)).toEqual(['the corpus', 'the corpus']);
    expect(prepare).toHaveBeenCalledTimes(1);
    await failure(client.attempt('die', null), 'worker-died');
    expect(await client.run('take', null)).toBe('the corpus');
    expect(prepare).toHaveBeenCalledTimes(2);
  });

  it('that loses its worker half way starts over on the next', async () => {
    let round = 0;
    const { client, spawned } = newClient(async ({ direct }) => {
      round++;
      if (round === 1) await direct('die', null).catch(() => {});
      await direct('give', `round ${round}`);
    });
    expect(await client.run('take', null)).toBe('round 2');
    expect(spawned()).toBe(2);
  });

  it('that fails fails the job, and is tried anew by the next', async () => {
    let round = 0;
    const { client, spawned } = newClient(async ({ direct }) => {
      if (++round === 1) throw new AppError('storage-unavailable', {});
      await direct('give', 'at last');
    });
    await failure(client.run('take', null), 'storage-unavailable');
    expect(await client.run('take', null)).toBe('at last');
    expect(spawned()).toBe(1);
  });
});

describe('a worker that does not come up', () => {
  it('rejects instead of hanging when its script cannot be loaded', async () => {
    const missing = (): Worker => new Worker('/no/such/worker.js', { type: 'module' });
    const { client, spawned } = newClient(undefined, missing);
    await failure(client.run('count', 1), 'worker-unavailable');
    expect(spawned()).toBe(WORKER_ATTEMPTS);
  });

  it('rejects when its script throws', async () => {
    const source = new Blob(['throw new Error("broken")'], { type: 'text/javascript' });
    const url = URL.createObjectURL(source);
    const { client } = newClient(undefined, () => new Worker(url, { type: 'module' }));
    const error = await failure(client.attempt('count', 1), 'worker-died');
    expect(error.cause).toContain('broken');
  });

  it('rejects when it cannot even be started, and recovers when it can', async () => {
    let refusals = WORKER_ATTEMPTS;
    const { client } = newClient(undefined, () => {
      if (refusals-- > 0) throw new Error('no more workers');
      return start();
    });
    await failure(client.run('count', 1), 'worker-unavailable');
    expect(await client.run('count', 1)).toBe(1);
  });
});

describe('terminate', () => {
  it('gives pending work up for good, and the next job starts afresh', async () => {
    const { client, spawned } = newClient();
    await client.run('give', 'memory');
    const pending = client.run('endless', null);
    client.terminate();
    await failure(pending, 'cancelled');
    expect(await client.run('take', null)).toBe('nothing');
    expect(spawned()).toBe(2);
  });

  it('may come before the worker is up, or when there is none', async () => {
    const { client } = newClient();
    client.terminate();
    const pending = client.run('count', 1);
    client.terminate();
    await failure(pending, 'cancelled');
    expect(await client.run('count', 2)).toBe(2);
  });
});

/** A reading that no longer changes: the same twice, a little while apart. */
async function settled(read: () => Promise<number>): Promise<number> {
  let last = await read();
  await vi.waitUntil(async () => {
    const before = last;
    last = await read();
    return last === before;
  });
  return last;
}
