import { afterEach, expect, it, vi } from 'vitest';
import { leastCosine } from '../../../src/core/encoders/self-check.ts';
import { GPU_BATCH, GPU_MIN_PASSAGES } from '../../../src/core/limits.ts';
import { EncoderClient } from '../../../src/engine/embedding/encoder-client.ts';
import { PassageQueue } from '../../../src/engine/embedding/passage-queue.ts';
import { PassageRows } from '../../../src/engine/embedding/passage-rows.ts';
import { workOff, type EncoderChoice } from '../../../src/engine/embedding/work.ts';
import { anew, documents, embed, start, tinyChoice } from './tiny.ts';

const LANE = { device: 'webgpu', grain: GPU_BATCH, batch: GPU_BATCH } as const;

// The processor plays the graphics processor, and compiles its programs slowly.
vi.setConfig({ testTimeout: 200_000 });

let client: EncoderClient;
/** Workers of the graphics processor that a test has started. */
let started = 0;
afterEach(() => {
  client.terminate();
  client.release();
});

const lying = (): Worker =>
  new Worker(new URL('../fixtures/encoders/lying-graphics.ts', import.meta.url), {
    type: 'module',
  });
const mortal = (): Worker =>
  new Worker(new URL('../fixtures/encoders/mortal-graphics.ts', import.meta.url), {
    type: 'module',
  });

/** A machine with a graphics processor. */
function withGraphics(graphics: () => Worker): EncoderClient {
  started = 0;
  client = new EncoderClient({
    spawn: (device) => {
      if (device === 'wasm') return start();
      started++;
      return graphics();
    },
    machine: { cores: 1, memory: 64 },
    hasGraphics: () => Promise.resolve(true),
  });
  return client;
}

/** Embeds on the graphics processor, whether or not that is faster here. */
async function embedThere(choice: EncoderChoice, count: number, onProgress = () => {}) {
  const vectors = new Map<string, Float32Array>();
  const rows = new PassageRows(choice.spec.dims, (id, v) => vectors.set(id, v));
  rows.add(documents(count));
  const queue = new PassageQueue(Array.from(rows.texts.keys()));
  const work = { choice, rows, signal: undefined, onProgress, unkept: null };
  await workOff(client.graphics, queue, work, LANE);
  return vectors;
}

it('gives the processor’s vectors on the graphics processor, in padded batches', async () => {
  const choice = tinyChoice();
  withGraphics(start);
  const there = await embedThere(choice, 20);
  const { vectors: here } = await embed(client, anew(choice), 20);
  expect(there.size).toBe(20);
  for (const [id, vectors] of there) {
    expect(leastCosine(vectors, here.get(id)!, choice.spec.dims)).toBeGreaterThan(0.99999);
  }
});

it('refuses a graphics processor that lies, and embeds without it', async () => {
  const count = Math.ceil(GPU_MIN_PASSAGES / 3) + 5;
  const choice = tinyChoice();
  const { vectors, setbacks } = await embed(withGraphics(lying), choice, count);
  expect(setbacks).toEqual(['device-refused']);
  expect(vectors.size).toBe(count);
  // It is not tried again while the page is open.
  const again = { ...choice, place: choice.place };
  expect((await embed(client, again, count)).setbacks).toEqual([]);
});

it('goes on after the graphics processor is lost, with the same bits', async () => {
  const choice = tinyChoice();
  withGraphics(mortal);
  const calm = await embedThere(choice, 24);
  const lose = new BroadcastChannel('lose-graphics');
  let lost = false;
  const rough = await embedThere(anew(choice), 24, () => {
    if (!lost) lose.postMessage('now');
    lost = true;
  });
  lose.close();
  expect(started).toBe(2);
  expect(rough).toEqual(calm);
});
