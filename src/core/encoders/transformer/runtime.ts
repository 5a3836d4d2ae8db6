import type * as Transformers from '@xenova/transformers';
import type { ModelSource } from '../encoder.ts';
import { AppError } from '../../errors.ts';

/** What a transformer computes on: the processor, or the graphics processor. */
export type Device = 'wasm' | 'webgpu';

/** Transformers.js as it is once configured; its settings are global to the worker. */
export type Runtime = typeof Transformers;

/** What the runtime is given for a file; `Response` exists in browsers, workers and Node alike. */
declare const Response: new (
  body: Uint8Array<ArrayBuffer> | null,
  init?: { status: number },
) => object;

/** A model as the runtime knows it, and what went wrong when it asked for the model's files. */
export interface MountedModel {
  /** What to pass to `from_pretrained`. */
  readonly name: string;
  /** The first failure to read a file, which the runtime itself swallows. */
  readonly failure: () => AppError | null;
}

const sources = new Map<string, (path: string) => Promise<Uint8Array<ArrayBuffer>>>();
let mounted = 0;

/**
 * Gives the runtime's requests for a model's files to `source`. Every mount has a new name, since
 * the runtime remembers for ever which files it did not find.
 */
export function mount(source: ModelSource): MountedModel {
  const name = `model-${mounted++}`;
  let failure: AppError | null = null;
  sources.set(name, async (path) => {
    try {
      return await source.read(path);
    } catch (thrown) {
      failure ??= AppError.from(thrown);
      throw thrown;
    }
  });
  return { name, failure: () => failure };
}

/**
 * Loads Transformers.js and cuts it off from the network: it asks `source` for each file through
 * its cache interface, in Node as in a browser, and its own requests all end in "not found". ONNX
 * Runtime runs on one thread, its WebAssembly served with the script instead of from a CDN. For
 * WebGPU, its build with that must have been put in place before (`workers/encoder/graphics-runtime.ts`).
 */
export async function loadRuntime(): Promise<Runtime> {
  const runtime = await import('@xenova/transformers');
  const { env } = runtime;
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  // Local and remote addresses of a file are both "/name/path".
  env.localModelPath = '/';
  env.remoteHost = '/';
  env.remotePathTemplate = '{model}/';
  env.useFS = false;
  env.useFSCache = false;
  env.useBrowserCache = false;
  env.useCustomCache = true;
  const cache: unknown = { match: respond, put: () => Promise.resolve() };
  env.customCache = cache as typeof env.customCache;
  env.fetch = (() => Promise.resolve(new Response(null, { status: 404 }))) as typeof env.fetch;
  const { wasm } = env.backends.onnx;
  if (wasm) {
    delete wasm.wasmPaths;
    wasm.numThreads = 1;
  }
  return runtime;
}

/** Resolves, with the browser's reason, if the graphics processor is lost; never on a processor. */
export async function deviceLost(runtime: Runtime): Promise<string> {
  const device = await graphicsDevice(runtime);
  return device ? (await device.lost).message : new Promise<never>(() => {});
}

/** Resolves once the graphics processor has no work left, and after `deviceLost` if it is lost. */
export async function deviceIdle(runtime: Runtime): Promise<void> {
  const device = await graphicsDevice(runtime);
  await device?.queue.onSubmittedWorkDone().catch(() => {});
}

/** What of WebGPU is used here. */
interface GraphicsDevice {
  readonly lost: Promise<{ message: string }>;
  readonly queue: { onSubmittedWorkDone(): Promise<void> };
}

async function graphicsDevice({ env }: Runtime): Promise<GraphicsDevice | undefined> {
  const { webgpu } = env.backends.onnx as { webgpu?: { device?: Promise<GraphicsDevice> } };
  return webgpu?.device;
}

async function respond(address: string): Promise<object | undefined> {
  const [, name = '', path = ''] = /^\/([^/]+)\/(.+)$/.exec(address) ?? [];
  const read = sources.get(name);
  return read ? new Response(await read(path)) : undefined;
}
