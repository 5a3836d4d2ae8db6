import { loadRuntime, mount } from '../../src/core/encoders/transformer/runtime.ts';
import { siteModelSource } from '../../src/platform/model-source.ts';

export interface PaddedRequest {
  readonly texts: readonly string[];
  readonly dtype: 'float32' | 'q8';
  readonly folder: string;
}

const BATCH = 32;

/** What tutorials of Transformers.js teach: a pipeline, and texts in batches that it pads. */
async function measure({ texts, dtype, folder }: PaddedRequest): Promise<number> {
  const { pipeline } = await loadRuntime();
  const { name } = mount(siteModelSource('mini-lm', folder));
  const extract = await pipeline('feature-extraction', name, {
    dtype: dtype === 'q8' ? 'q8' : 'fp32',
  });
  const options = { pooling: 'mean', normalize: true } as const;
  await extract(texts.slice(0, 4), options);
  const start = performance.now();
  for (let at = 0; at < texts.length; at += BATCH) {
    await extract(texts.slice(at, at + BATCH), options);
  }
  return (performance.now() - start) / 1000;
}

self.onmessage = ({ data }: MessageEvent<PaddedRequest>) => {
  void measure(data).then((seconds) => self.postMessage(seconds));
};
