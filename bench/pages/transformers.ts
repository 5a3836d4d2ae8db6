/** Embeds through the page's own pool, or as tutorials teach, when the benchmark asks. */
import type { EncoderSpec } from '../../src/core/encoders/encoder.ts';
import { embedDocuments } from '../../src/engine/embed.ts';
import { EncoderClient } from '../../src/engine/embedding/encoder-client.ts';
import type { PaddedRequest } from './padded-worker.ts';

export interface Request {
  readonly texts: readonly string[];
  readonly dtype: 'float32' | 'q8';
  /** Of the model, below this server. */
  readonly folder: string;
  /** Workers of the pool, or one worker that embeds padded batches of 32. */
  readonly by: number | 'padded';
}

declare global {
  interface Window {
    /** Seconds, the model already loaded in every worker. */
    embed: (request: Request) => Promise<number>;
    /** Seconds that the slowest of so many workers takes for the same arithmetic. */
    spin: (workers: number) => Promise<number>;
  }
}

window.embed = (request) => (request.by === 'padded' ? padded(request) : pooled(request));

async function pooled({ texts, dtype, folder, by }: Request): Promise<number> {
  const client = new EncoderClient({
    spawn: () =>
      new Worker(new URL('../../workers/encoder.ts', import.meta.url), { type: 'module' }),
    machine: { cores: Number(by), memory: 64 },
    hasGraphics: () => Promise.resolve(false),
  });
  const spec: EncoderSpec = {
    id: 'mini-lm',
    // No run finds what another has kept.
    revision: crypto.randomUUID(),
    kind: 'transformer',
    name: 'MiniLM-L6, random weights',
    dims: 384,
    dtype,
    pooling: 'mean',
    maxTokens: 256,
    licence: 'none needed',
  };
  const choice = {
    spec,
    place: { at: 'site', folder: new URL(folder, location.href).href },
  } as const;
  const embed = async (list: readonly string[]): Promise<number> => {
    const documents = list.map((text, i) => ({
      id: String(i),
      text,
      passages: [{ start: 0, end: text.length }],
    }));
    const start = performance.now();
    await embedDocuments(client, choice, documents, { onDocument: () => {} });
    return (performance.now() - start) / 1000;
  };
  // Enough that every worker starts and loads.
  await embed(texts.slice(0, 32).map((text) => `Once more: ${text}`));
  const seconds = await embed(texts);
  client.terminate();
  client.release();
  return seconds;
}

function padded({ texts, dtype, folder }: Request): Promise<number> {
  const worker = new Worker(new URL('./padded-worker.ts', import.meta.url), { type: 'module' });
  const request: PaddedRequest = { texts, dtype, folder: new URL(folder, location.href).href };
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<number>) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(request);
  });
}

window.spin = async (workers) => {
  const spins = Array.from({ length: workers }, async () => {
    const worker = new Worker(new URL('./spin-worker.ts', import.meta.url), { type: 'module' });
    const { promise, resolve } = Promise.withResolvers<number>();
    worker.onmessage = ({ data }: MessageEvent<{ seconds: number }>) => resolve(data.seconds);
    worker.postMessage(null);
    return promise.finally(() => worker.terminate());
  });
  return Math.max(...(await Promise.all(spins)));
};
