import { TINY_DIMS, TINY_MAX_TOKENS, tinyBert } from '../../../scripts/onnx/tiny-bert-files.ts';
import type { EncoderSpec } from '../../../src/core/encoders/encoder.ts';
import type { AppError } from '../../../src/core/errors.ts';
import { embedDocuments } from '../../../src/engine/embed.ts';
import { EncoderClient } from '../../../src/engine/embedding/encoder-client.ts';
import type { EncoderChoice } from '../../../src/engine/embedding/work.ts';

type Files = ReadonlyMap<string, string | Uint8Array<ArrayBuffer>>;

export const FILES = tinyBert({ types: ['float32', 'q8'] });

/**
 * The tiny BERT, as if the reader had brought it. Each choice has a revision of its own, so that nothing
 * is found which another test has kept.
 */
export function tinyChoice(
  dtype: 'float32' | 'q8' = 'float32',
  files: Files = FILES,
): EncoderChoice {
  const spec: EncoderSpec = {
    id: 'tiny-bert',
    revision: crypto.randomUUID(),
    kind: 'transformer',
    name: 'Tiny BERT',
    dims: TINY_DIMS,
    dtype,
    pooling: 'mean',
    maxTokens: TINY_MAX_TOKENS,
    licence: 'none needed',
  };
  const blobs = Array.from(files, ([path, content]) => [path, new Blob([content])] as const);
  return { spec, place: { at: 'own', files: new Map(blobs) } };
}

/** The same model under another revision. */
export function anew({ spec, place }: EncoderChoice): EncoderChoice {
  return { spec: { ...spec, revision: crypto.randomUUID() }, place };
}

export const start = (): Worker =>
  new Worker(new URL('../../../workers/encoder.ts', import.meta.url), { type: 'module' });

const WORDS = 'ship mind captain story machine human people friend model engineer company'.split(
  ' ',
);

/** Documents of three passages each, no two of which are alike. */
export function documents(count: number) {
  return Array.from({ length: count }, (_, i) => {
    const texts = [0, 1, 2].map((n) => {
      const words = Array.from({ length: 12 }, (__, k) => WORDS[(i * 7 + k * (n + 2)) % 11]);
      return `${words.join(' ')} ${3 * i + n}. `;
    });
    let end = 0;
    const passages = texts.map((text) => ({ start: end, end: (end += text.length) }));
    return { id: String(i), text: texts.join(''), passages };
  });
}

export interface Run {
  readonly vectors: ReadonlyMap<string, Float32Array>;
  readonly setbacks: readonly string[];
  readonly unkept: string | null;
}

/** Embeds, and gives the workers back. */
export async function embed(
  client: EncoderClient,
  choice: EncoderChoice,
  count: number,
  onProgress: (done: number) => void = () => {},
): Promise<Run> {
  const vectors = new Map<string, Float32Array>();
  const setbacks: string[] = [];
  client.onSetback = ({ code }: AppError) => setbacks.push(code);
  const unkept = await embedDocuments(client, choice, documents(count), {
    onProgress,
    onDocument: (id, rows) => vectors.set(id, rows),
  });
  return { vectors, setbacks, unkept: unkept?.code ?? null };
}

/** A pool of so many workers, without graphics. */
export function poolOf(cores: number, spawn: () => Worker = start): EncoderClient {
  return new EncoderClient({
    spawn,
    machine: { cores, memory: 64 },
    hasGraphics: () => Promise.resolve(false),
  });
}
