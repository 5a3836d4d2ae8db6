import { Tokenizer } from '@huggingface/tokenizers';
import { loadStaticEncoder } from '../../src/core/encoders/static/static-encoder.ts';
import type { ModelSource } from '../../src/core/encoders/encoder.ts';
import { parseRegistry } from '../../src/core/encoders/registry.ts';
import { siteModelSource } from '../../src/platform/model-source.ts';

/** Seconds for the same texts. */
export interface Measured {
  readonly encoder: number;
  readonly libraryTokenizer: number;
  /** As the page loads it: the server is asked whether the files are still the same. */
  readonly load: number;
  /** With every file from the browser's cache, no request made. */
  readonly cachedLoad: number;
}

/** The bundled encoder in full, against the library's tokenizer alone on a tenth of the texts. */
async function measure(texts: readonly string[]): Promise<Measured> {
  const models = new URL('/models/', location.origin);
  const registry = await (await fetch(new URL('registry.json', models))).text();
  const spec = parseRegistry(registry).default;
  const folder = new URL(spec.path, models).href;
  const load = await seconds(() => loadStaticEncoder(spec, siteModelSource(spec.id, folder)));
  const cachedLoad = await seconds(() => loadStaticEncoder(spec, cachedSource(folder)));
  const encoder = await loadStaticEncoder(spec, siteModelSource(spec.id, folder));
  const config = (await (await fetch(new URL('tokenizer.json', folder))).json()) as object;
  const library = new Tokenizer(config, {});
  await encoder.embed(texts.slice(0, 200));
  for (const text of texts.slice(0, 20)) library.encode(text);
  const part = texts.slice(0, Math.ceil(texts.length / 10));
  return {
    load,
    cachedLoad,
    encoder: await seconds(() => encoder.embed(texts)),
    libraryTokenizer:
      ((await seconds(() => part.forEach((text) => library.encode(text)))) * texts.length) /
      part.length,
  };
}

/** Files from the browser's HTTP cache only. @throws Error if one had to be asked for */
function cachedSource(folder: string): ModelSource {
  return {
    async read(path) {
      const { href } = new URL(path, folder);
      const response = await fetch(href, { cache: 'force-cache' });
      const bytes = new Uint8Array(await response.arrayBuffer());
      const timing = performance.getEntriesByName(href).at(-1) as PerformanceResourceTiming;
      if (timing.transferSize > 0) throw new Error(`${path} did not come from the cache`);
      return bytes;
    },
  };
}

async function seconds(action: () => unknown): Promise<number> {
  const start = performance.now();
  await action();
  return (performance.now() - start) / 1000;
}

self.onmessage = ({ data }: MessageEvent<string[]>) => {
  void measure(data).then((measured) => self.postMessage(measured));
};
