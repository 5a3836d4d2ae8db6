import { describe, expect, it, vi } from 'vitest';
import type {
  ComputeInput,
  EmbeddedBatch,
  EmbedResult,
} from '../../../../workers/encoder/embed.ts';
import type { EncoderSpec } from '../../../../src/core/encoders/encoder.ts';
import { AppError } from '../../../../src/core/errors.ts';
import { GPU_MIN_PASSAGES } from '../../../../src/core/limits.ts';
import type { EncoderClient } from '../../../../src/engine/embedding/encoder-client.ts';
import { PassageRows } from '../../../../src/engine/embedding/passage-rows.ts';
import { embedPooled } from '../../../../src/engine/embedding/pooled.ts';
import type { Work } from '../../../../src/engine/embedding/work.ts';

const SPEC = { id: 'length', dims: 1, kind: 'transformer', dtype: 'float32' } as EncoderSpec;
const NO_MEMORY = new AppError('encoder-memory', { encoder: 'length' });
const DIED = new AppError('worker-died', { worker: 'encoder' });
const CORRUPT = new AppError('model-corrupt', { encoder: 'length', file: 'x', reason: 'y' });

/** Embeds a text as its length; fails as told, in turn, in its next jobs: with the last of their batches. */
class FakeWorker {
  readonly computed: string[] = [];
  readonly failures: (AppError | null)[] = [];
  /** What a job waits for once its vectors have been given. */
  storing = Promise.resolve();
  terminated = 0;

  async persist<T>(action: () => Promise<T>): Promise<T> {
    return action().catch((thrown: unknown) => {
      if (thrown === DIED) return action();
      throw thrown;
    });
  }

  async attempt(
    _: string,
    { texts, batch }: ComputeInput,
    options: { signal?: AbortSignal; onProgress: (batch: EmbeddedBatch) => void },
  ): Promise<EmbedResult> {
    const failure = this.failures.shift() ?? null;
    for (let start = 0; start < texts.length; start += batch) {
      await Promise.resolve();
      if (options.signal?.aborted) throw new AppError('cancelled', {});
      if (failure && start + batch >= texts.length) throw failure;
      const part = texts.slice(start, start + batch);
      this.computed.push(...part);
      const vectors = Float32Array.from(part, ({ length }) => length);
      options.onProgress({ count: part.length, vectors });
    }
    await this.storing;
    return { unkept: null };
  }

  terminate(): void {
    this.terminated++;
  }
}

interface Setting {
  readonly workers?: number;
  /** Lengths of texts that the browser keeps. */
  readonly kept?: readonly number[];
  /** What the graphics processor gives; none if not given. */
  readonly graphics?: { readonly vector: number; readonly secondsEach: number };
  readonly progressed?: (done: number) => unknown;
}

function setUp(count: number, setting: Setting = {}) {
  const { workers: cores = 3, kept = [], graphics, progressed = () => {} } = setting;
  const workers = Array.from({ length: cores }, () => new FakeWorker());
  const onGraphics = new FakeWorker();
  const setbacks: string[] = [];
  const checked = { vectors: Float32Array.of(1), golden: null, secondsEach: 1, bytes: 0 };
  const run = vi.fn(async (name: string, { texts }: { texts: readonly string[] }) => {
    if (name === 'check') return checked;
    const found = texts.flatMap(({ length }, row) => (kept.includes(length) ? [row] : []));
    const vectors = Float32Array.from(found, (row) => texts[row]!.length);
    return { found: Uint32Array.from(found), vectors };
  });
  const check = vi.fn(async () => checked);
  const client = {
    machine: { cores, memory: 64 },
    run,
    check,
    worker: (index: number) => workers[index],
    hasGraphics: async () => graphics !== undefined,
    withoutGraphics: new Set<string>(),
    graphics: Object.assign(onGraphics, {
      run: async () => ({
        ...checked,
        vectors: Float32Array.of(graphics?.vector ?? 0),
        secondsEach: graphics?.secondsEach,
      }),
    }),
    onSetback: ({ code }: AppError) => setbacks.push(code),
    release: vi.fn(),
  };
  const documents = Array.from({ length: count }, (_, i) => ({
    id: String(i + 1),
    text: 'x'.repeat(i + 1),
    passages: [{ start: 0, end: i + 1 }],
  }));
  const vectors = new Map<string, number>();
  const rows = new PassageRows(1, (id, [value]) => vectors.set(id, value!));
  rows.add(documents);
  const control = new AbortController();
  const work: Work = {
    choice: { spec: SPEC, place: { at: 'site', folder: '' } },
    rows,
    signal: control.signal,
    onProgress: () => progressed(rows.done),
    unkept: null,
  };
  return {
    start: () => embedPooled(client as unknown as EncoderClient, work),
    ...{ client, workers, onGraphics, setbacks, vectors, work, control },
  };
}

/** Every document has the vector of its own text. */
function complete(vectors: ReadonlyMap<string, number>, count: number): void {
  expect(vectors.size).toBe(count);
  for (const [id, value] of vectors) expect(value).toBe(Number(id));
}

describe('a pool of workers', () => {
  it('shares the work, and embeds each text once', async () => {
    const { start, workers, vectors } = setUp(100);
    await start();
    complete(vectors, 100);
    const computed = workers.flatMap((worker) => worker.computed);
    expect(new Set(computed).size).toBe(100);
    expect(computed).toHaveLength(100);
    for (const worker of workers) expect(worker.computed.length).toBeGreaterThan(10);
  });

  it('loads no model for what is kept', async () => {
    const { start, client, vectors } = setUp(3, { kept: [1, 2, 3] });
    await start();
    complete(vectors, 3);
    expect(client.check).not.toHaveBeenCalled();
  });

  it('embeds only what is not kept', async () => {
    const { start, workers, vectors } = setUp(3, { kept: [2] });
    await start();
    complete(vectors, 3);
    expect(workers.flatMap(({ computed }) => computed.map(({ length }) => length))).toEqual([1, 3]);
  });

  it('loses nothing and repeats nothing when workers die', async () => {
    const { start, workers, vectors, setbacks } = setUp(60);
    workers[0]!.failures.push(null, DIED);
    workers[2]!.failures.push(DIED);
    await start();
    complete(vectors, 60);
    expect(workers.flatMap(({ computed }) => computed)).toHaveLength(60);
    expect(setbacks).toEqual([]);
  });

  it('embeds the next texts while the last are stored, and ends when all are', async () => {
    let store = (): void => {};
    const storing = new Promise<void>((resolve) => (store = resolve));
    let [done, ended] = [0, false];
    const { start, workers, vectors } = setUp(60, { progressed: (count) => (done = count) });
    for (const worker of workers) worker.storing = storing;
    const embedding = start().then(() => (ended = true));
    await vi.waitFor(() => expect(done).toBe(60));
    expect(ended).toBe(false);
    store();
    await embedding;
    complete(vectors, 60);
  });

  it('goes on with fewer where there is no room for one more, and says so', async () => {
    const { start, workers, vectors, setbacks } = setUp(60);
    workers[1]!.failures.push(NO_MEMORY);
    await start();
    complete(vectors, 60);
    expect(workers.map(({ terminated }) => terminated)).toEqual([0, 1, 0]);
    expect(setbacks).toEqual(['encoder-fewer-workers']);
  });

  it('tries again with a single fresh one where there was no room for any', async () => {
    const { start, workers, client, vectors } = setUp(60);
    for (const { failures } of workers) failures.push(NO_MEMORY);
    await start();
    complete(vectors, 60);
    expect(client.release).toHaveBeenCalledOnce();
  });

  it('gives up where even that one has no room, and keeps what is done', async () => {
    const { start, workers, vectors } = setUp(60, { workers: 2 });
    for (const { failures } of workers) failures.push(NO_MEMORY, NO_MEMORY);
    await expect(start()).rejects.toBe(NO_MEMORY);
    expect(vectors.size).toBeGreaterThan(0);
  });

  it('stops all when the model is damaged, and leaves no worker behind whose runtime failed', async () => {
    const { start, workers } = setUp(1000);
    workers[1]!.failures.push(CORRUPT);
    await expect(start()).rejects.toBe(CORRUPT);
    expect(workers[1]!.terminated).toBe(1);
    expect(workers.flatMap(({ computed }) => computed).length).toBeLessThan(100);
  });

  it('stops all when it is cancelled', async () => {
    const { start, workers, control } = setUp(1000, {
      progressed: (done) => done === 10 && control.abort(),
    });
    await expect(start()).rejects.toMatchObject({ code: 'cancelled' });
    expect(workers.map(({ terminated }) => terminated)).toEqual([0, 0, 0]);
    expect(workers.flatMap(({ computed }) => computed).length).toBeLessThan(20);
  });
});

describe('a graphics processor', () => {
  const many = GPU_MIN_PASSAGES;

  it('embeds all where it is right and faster', async () => {
    const { start, onGraphics, workers, vectors } = setUp(many, {
      graphics: { vector: 1, secondsEach: 0.1 },
    });
    await start();
    complete(vectors, many);
    expect(onGraphics.computed).toHaveLength(many);
    expect(workers.flatMap(({ computed }) => computed)).toEqual([]);
  });

  it('is refused, and said to be, where its vectors are others', async () => {
    const { start, client, onGraphics, vectors, setbacks } = setUp(many, {
      graphics: { vector: -1, secondsEach: 0.1 },
    });
    await start();
    complete(vectors, many);
    expect([onGraphics.computed, onGraphics.terminated]).toEqual([[], 1]);
    expect(setbacks).toEqual(['device-refused']);
    expect(client.withoutGraphics.size).toBe(1);
  });

  it('is left alone where all workers together are faster', async () => {
    const { start, onGraphics, vectors, setbacks } = setUp(many, {
      graphics: { vector: 1, secondsEach: 0.4 },
    });
    await start();
    complete(vectors, many);
    expect([onGraphics.computed, onGraphics.terminated, setbacks]).toEqual([[], 1, []]);
  });

  it('is not tried for a few passages', async () => {
    const { start, client, onGraphics, vectors } = setUp(many - 1, {
      graphics: { vector: 1, secondsEach: 0.1 },
    });
    await start();
    complete(vectors, many - 1);
    expect([onGraphics.computed, onGraphics.terminated]).toEqual([[], 0]);
    expect(client.withoutGraphics.size).toBe(0);
  });

  it('hands over to the processors what it could not finish', async () => {
    const { start, onGraphics, vectors, setbacks } = setUp(many, {
      graphics: { vector: 1, secondsEach: 0.1 },
    });
    onGraphics.failures.push(
      null,
      new AppError('worker-unavailable', { worker: 'x', attempts: 3 }),
    );
    await start();
    complete(vectors, many);
    expect(onGraphics.computed.length).toBeGreaterThan(0);
    expect(onGraphics.computed.length).toBeLessThan(many);
    expect(setbacks).toEqual(['device-failed']);
  });
});
