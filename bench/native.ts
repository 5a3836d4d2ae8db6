import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Tokenizer } from '@huggingface/tokenizers';

/** What of ONNX Runtime's API is used here; its native package is no dependency of this project. */
interface Runtime {
  readonly InferenceSession: {
    create(file: string, options: object): Promise<{ run(feeds: object): Promise<unknown> }>;
  };
  readonly Tensor: new (type: string, data: BigInt64Array, shape: readonly number[]) => object;
}

export interface Native {
  readonly version: string;
  /** Seconds for the texts, one after the other, on so many threads. */
  readonly seconds: (weights: string, threads: number) => Promise<number>;
  readonly close: () => Promise<void>;
}

/**
 * Native ONNX Runtime, installed into a folder of its own for as long as it is needed. The package holds
 * its binaries for processors; only its install script, which is not run, fetches others. Null where the
 * registry cannot be reached or has none for this machine.
 */
export async function openNative(
  model: string,
  tokenizer: Tokenizer,
  texts: readonly string[],
): Promise<Native | null> {
  const folder = await mkdtemp(join(tmpdir(), 'parable-native-'));
  const close = () => rm(folder, { recursive: true });
  try {
    await writeFile(join(folder, 'package.json'), '{"private":true}');
    const args = ['install', 'onnxruntime-node', '--ignore-scripts', '--no-audit', '--no-fund'];
    await promisify(execFile)('npm', args, { cwd: folder });
    const require = createRequire(join(folder, 'x.js'));
    const runtime = require('onnxruntime-node') as Runtime;
    const { version } = require('onnxruntime-node/package.json') as { version: string };
    const ids = texts.map((text) => tokenizer.encode(text).ids);
    return {
      version,
      close,
      seconds: (weights, threads) => run(runtime, join(model, weights), ids, threads),
    };
  } catch (thrown) {
    console.warn('No native ONNX Runtime to compare with:', thrown);
    await close();
    return null;
  }
}

async function run(
  { InferenceSession, Tensor }: Runtime,
  file: string,
  texts: readonly (readonly number[])[],
  threads: number,
): Promise<number> {
  const session = await InferenceSession.create(file, { intraOpNumThreads: threads });
  const feed = (ids: readonly number[]): object => {
    const tensor = (value: (id: number) => bigint) =>
      new Tensor('int64', BigInt64Array.from(ids, value), [1, ids.length]);
    return {
      input_ids: tensor(BigInt),
      attention_mask: tensor(() => 1n),
      token_type_ids: tensor(() => 0n),
    };
  };
  for (const ids of texts.slice(0, 4)) await session.run(feed(ids));
  const start = performance.now();
  for (const ids of texts) await session.run(feed(ids));
  return (performance.now() - start) / 1000;
}
