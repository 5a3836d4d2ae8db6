import { afterEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../src/core/errors.ts';
import { WORKER_ATTEMPTS } from '../../../src/core/limits.ts';
import { Engine, type Reading } from '../../../src/engine/engine.ts';
import { readFiles } from '../../../src/engine/import-files.ts';
import { PauseSwitch } from '../../../src/engine/pause-switch.ts';
import { WorkerClient } from '../../../src/engine/worker-client.ts';
import type { IngestJobs } from '../../../workers/ingest.ts';

type Client = WorkerClient<IngestJobs>;

let clients: Client[] = [];
afterEach(() => {
  for (const client of clients) client.terminate();
  clients = [];
});

function newClient(): { client: Client; spawned: () => number } {
  const spawn = vi.fn(
    () =>
      new Worker(new URL('../fixtures/hostile-ingest.ts', import.meta.url), {
        type: 'module',
        name: 'hostile',
      }),
  );
  const client: Client = new WorkerClient<IngestJobs>('ingest', spawn);
  clients.push(client);
  return { client, spawned: () => spawn.mock.calls.length };
}

interface Options {
  readonly pause?: PauseSwitch;
  readonly silence?: number;
  readonly signal?: AbortSignal;
}

/** Titles of what was read, and codes of what was not, in the order in which they came. */
async function read(client: Client, names: readonly string[], options: Options = {}) {
  const { pause = new PauseSwitch(), silence = 400 } = options;
  const found: string[] = [];
  let done = 0;
  const files = names.map((path) => ({ file: new File([path], path), path }));
  await readFiles(client, files, new Map(), {
    signal: options.signal ?? new AbortController().signal,
    pause,
    silence: () => silence,
    onPart: () => {},
    onFiles: (readings, count) => {
      done += count;
      for (const { drafts, problems } of readings) {
        found.push(...drafts.map(({ title }) => title), ...problems.map(say));
      }
    },
  });
  return { found, done };
}

const say = ({ code, params }: Reading['problems'][0]): string =>
  `${code} ${'file' in params ? params.file : ''}`;

describe('a file that keeps its reader busy without end', () => {
  it('is given up, named, and the next ones are read by a fresh worker', async () => {
    const { client, spawned } = newClient();
    const { found, done } = await read(client, ['a', 'loops', 'b', 'loops too', 'c']);
    expect(found).toEqual(['a', 'file-stuck loops', 'b', 'file-stuck loops too', 'c']);
    expect(done).toBe(5);
    // One for the handful of files, and a fresh one after each that never came back.
    expect(spawned()).toBe(4);
  });

  it('takes nothing else down that the worker is busy with', async () => {
    const { client } = newClient();
    const other = client.run('findRepeats', []);
    const stuck = read(client, ['loops']);
    const later = client.run('findRepeats', []);
    expect(await Promise.all([other, later])).toEqual([null, null]);
    expect((await stuck).found).toEqual(['file-stuck loops']);
  });

  it('can be stopped by the reader at once', async () => {
    const { client } = newClient();
    const control = new AbortController();
    const reading = read(client, ['loops'], { silence: 600_000, signal: control.signal });
    control.abort();
    const thrown = await reading.catch(AppError.from);
    expect(thrown).toMatchObject({ code: 'cancelled' });
  });
});

describe('a file that takes long', () => {
  it('is waited for, if its reader gives a sign of life now and then', async () => {
    const { client, spawned } = newClient();
    expect((await read(client, ['waits', 'b'], { silence: 300 })).found).toEqual(['waits', 'b']);
    expect(spawned()).toBe(1);
  });

  it('may be held for longer than a reader may be silent', async () => {
    const { client, spawned } = newClient();
    const pause = new PauseSwitch();
    pause.set(true);
    const reading = read(client, ['a'], { silence: 200, pause });
    // Waits for as long as another file needs that the same limit would not hold for.
    await read(newClient().client, ['waits'], { silence: 200 });
    pause.set(false);
    expect((await reading).found).toEqual(['a']);
    expect(spawned()).toBe(1);
  });
});

describe('a file that takes its reader down', () => {
  it('is given up after some attempts, and not the import', async () => {
    const { client, spawned } = newClient();
    const { found } = await read(client, ['a', 'dies', 'b']);
    expect(found).toEqual(['a', 'file-fatal dies', 'b']);
    // All together first, then each by itself.
    expect(spawned()).toBe(2 * WORKER_ATTEMPTS + 1);
  });

  it('is not blamed where no worker comes up', async () => {
    const refused = vi.fn((): Worker => {
      throw new Error('no more workers');
    });
    const client = new WorkerClient<IngestJobs>('ingest', refused);
    const thrown = await read(client, ['a', 'b']).catch(AppError.from);
    expect(thrown).toMatchObject({ code: 'worker-unavailable' });
    expect(refused).toHaveBeenCalledTimes(2 * WORKER_ATTEMPTS);
  });
});

describe('the worker itself', () => {
  it('reads small files together, in their order, and says which cannot be', async () => {
    const { ingest } = new Engine();
    const attempts = vi.spyOn(ingest, 'attempt');
    const names = Array.from({ length: 200 }, (_, i) => (i === 150 ? 'bad.xyz' : `${i}.txt`));
    const { found, done } = await read(ingest, names, { silence: 60_000 });
    expect(found).toEqual(
      names.map((name) => (name === 'bad.xyz' ? 'file-unsupported bad.xyz' : name.slice(0, -4))),
    );
    expect(done).toBe(200);
    expect(attempts.mock.calls.length).toBeLessThanOrEqual(4);
    ingest.terminate();
    // The development server has to transform all that the worker is made of.
  }, 120_000);
});
