import { afterEach, beforeAll, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import { loadEncoder } from '../../../src/core/encoders/load.ts';
import { parseRegistry, type RegisteredEncoder } from '../../../src/core/encoders/registry.ts';
import { WorkerClient } from '../../../src/engine/worker-client.ts';
import { siteModelSource } from '../../../src/platform/model-source.ts';
import type { EncoderJobs } from '../../../workers/encoder.ts';
import { HOSTILE_TEXTS } from '../../fixtures/hostile-texts.ts';

declare module 'vitest/browser' {
  interface BrowserCommands {
    embedInNode: () => Promise<string>;
  }
}

const MODELS = new URL('/models/', location.origin).href;
let spec: RegisteredEncoder;
let folder: string;
let inNode: string;

const start = (): Worker =>
  new Worker(new URL('../../../workers/encoder.ts', import.meta.url), { type: 'module' });
const client = new WorkerClient<EncoderJobs>('encoder', start);
afterEach(() => client.terminate());

beforeAll(async () => {
  spec = parseRegistry(await (await fetch(`${MODELS}registry.json`)).text()).default;
  folder = MODELS + spec.path;
  inNode = await commands.embedInNode();
});

async function sha256(vectors: Float32Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', vectors));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

it('the page gives hostile texts the very bits that Node gives', async () => {
  const encoder = await loadEncoder(spec, siteModelSource(spec.id, folder));
  const { vectors } = await encoder.embed(HOSTILE_TEXTS);
  expect(vectors.every(Number.isFinite)).toBe(true);
  expect(await sha256(vectors)).toBe(inNode);
});

it('so does the worker, whatever the batches, and from its cache', async () => {
  for (const texts of [HOSTILE_TEXTS, HOSTILE_TEXTS]) {
    const vectors = new Float32Array(texts.length * spec.dims);
    let done = 0;
    await client.run(
      'embed',
      { spec, place: { at: 'site', folder }, texts },
      {
        onProgress: (batch) => {
          vectors.set(batch.vectors, done * spec.dims);
          done += batch.count;
        },
      },
    );
    expect(await sha256(vectors)).toBe(inNode);
  }
});
