import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../../src/core/errors.ts';
import type { EncoderClient } from '../../../src/engine/embedding/encoder-client.ts';
import { anew, embed, FILES, poolOf, start, tinyChoice } from './tiny.ts';

const COUNT = 40;
let pools: EncoderClient[] = [];
afterEach(() => {
  for (const pool of pools) {
    pool.terminate();
    pool.release();
  }
  pools = [];
});

/** A pool that ends with the test, and the workers that it has started. */
function pool(cores: number, spawn: (nth: number) => Worker = start) {
  const workers: Worker[] = [];
  const client = poolOf(cores, () => {
    const worker = spawn(workers.length);
    workers.push(worker);
    return worker;
  });
  pools.push(client);
  return { client, workers };
}

const choice = tinyChoice();
/** What one worker gives that nothing happens to. */
let expected: ReadonlyMap<string, Float32Array>;
beforeAll(async () => {
  expected = (await embed(pool(1).client, choice, COUNT)).vectors;
});

const NO_MEMORY = (): Worker =>
  new Worker(new URL('../fixtures/encoders/no-memory.ts', import.meta.url), { type: 'module' });

describe('the number of workers', () => {
  it('changes no bit', async () => {
    expect(expected.size).toBe(COUNT);
    const three = pool(3);
    expect((await embed(three.client, anew(choice), COUNT)).vectors).toEqual(expected);
    expect(three.workers).toHaveLength(3);
  });

  it('changes none of 8-bit weights either', async () => {
    const q8 = tinyChoice('q8');
    const { vectors } = await embed(pool(1).client, q8, COUNT);
    expect(vectors).not.toEqual(expected);
    expect((await embed(pool(2).client, anew(q8), COUNT)).vectors).toEqual(vectors);
  });
});

describe('a worker that is killed', () => {
  it('while it loads its model is replaced', async () => {
    const { client, workers } = pool(2, (nth) => {
      const worker = start();
      // Its first message says that it lives; it has been asked to load by then, or will be at once.
      if (nth === 0) worker.addEventListener('message', () => worker.terminate(), { once: true });
      return worker;
    });
    expect((await embed(client, anew(choice), COUNT)).vectors).toEqual(expected);
    expect(workers.length).toBeGreaterThan(2);
  });

  it('in the middle costs nothing that was done, and changes no bit', async () => {
    const { client, workers } = pool(2);
    let killed = 0;
    const seen: number[] = [];
    const { vectors } = await embed(client, anew(choice), COUNT, (done) => {
      seen.push(done);
      if ((done > 20 && killed === 0) || (done > 70 && killed === 1)) {
        workers[killed++]?.terminate();
      }
    });
    expect(vectors).toEqual(expected);
    expect(killed).toBe(2);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(workers).toHaveLength(4);
  });

  it('while idle is replaced when it is next needed', async () => {
    const { client, workers } = pool(2);
    await embed(client, anew(choice), COUNT);
    for (const worker of workers) worker.terminate();
    expect((await embed(client, anew(choice), COUNT)).vectors).toEqual(expected);
  });
});

describe('a machine without room', () => {
  it('for one more worker goes on with fewer, and says so', async () => {
    const { client } = pool(3, (nth) => (nth === 2 ? NO_MEMORY() : start()));
    const run = await embed(client, anew(choice), COUNT);
    expect(run.vectors).toEqual(expected);
    expect(run.setbacks).toEqual(['encoder-fewer-workers']);
  });

  it('for any says what is missing', async () => {
    const { client } = pool(2, NO_MEMORY);
    await expect(embed(client, tinyChoice(), COUNT)).rejects.toMatchObject({
      code: 'encoder-memory',
    });
  });
});

describe('a model that cannot be loaded', () => {
  const whole = FILES.get('onnx/model.onnx')!;
  const cut = tinyChoice('float32', new Map(FILES).set('onnx/model.onnx', whole.slice(0, 90_000)));

  it('spoils its worker for every other, so that the next gets a fresh one', async () => {
    const { client, workers } = pool(1);
    const broken = { ...cut, probe: 0 };
    const sound = { ...tinyChoice(), probe: 0 };
    await expect(client.run('check', broken)).rejects.toMatchObject({ code: 'model-corrupt' });
    // The control: within one worker the runtime queues behind its failure for ever.
    await expect(client.run('check', sound)).rejects.toBeInstanceOf(AppError);
    expect(workers).toHaveLength(1);

    await expect(embed(client, cut, COUNT)).rejects.toBeInstanceOf(AppError);
    const { vectors } = await embed(client, tinyChoice(), COUNT);
    expect(vectors.size).toBe(COUNT);
    expect(workers).toHaveLength(2);
  });

  it('is asked for again the next time', async () => {
    const { client } = pool(2);
    await expect(embed(client, cut, COUNT)).rejects.toMatchObject({ code: 'model-corrupt' });
    await expect(embed(client, cut, COUNT)).rejects.toMatchObject({ code: 'model-corrupt' });
  });
});
