import { demo, reference } from 'virtual:parable-corpora';
import { readBundle, type BundledCorpus, type CorpusBundle } from '../core/corpus/bundle.ts';
import { parseRegistry, type EncoderRegistry } from '../core/encoders/registry.ts';
import { AppError } from '../core/errors.ts';
import type { Predictions } from '../core/exhibits/predictions.ts';

const CORPORA = { demo, reference };

/** Absolute URL of a file beside the page, whatever folder the site is served from. */
export function siteUrl(path: string): string {
  return new URL(path, document.baseURI).href;
}

/**
 * A corpus that ships with the site, with its vectors.
 * @throws AppError `demo-unavailable`, `demo-mismatch`
 */
export async function fetchCorpus(name: keyof typeof CORPORA): Promise<BundledCorpus> {
  const { texts, vectors } = CORPORA[name];
  const [bundle, data] = await Promise.all([
    download(texts).then((response) => response.json() as Promise<CorpusBundle>),
    download(vectors).then((response) => response.arrayBuffer()),
  ]);
  return readBundle(bundle, new Uint8Array(data), texts);
}

/** The encoders that the site offers. @throws AppError `demo-unavailable`, `model-corrupt` */
export async function fetchRegistry(): Promise<EncoderRegistry> {
  const response = await download(siteUrl('models/registry.json'));
  return parseRegistry(await response.text());
}

/**
 * What the exhibits predict.
 * @throws AppError `demo-unavailable`, `predictions-malformed`
 */
export async function fetchPredictions(): Promise<Predictions> {
  const response = await download(siteUrl('exhibits/predictions.json'));
  // Nobody downloads this who does not look at an exhibit.
  const { readPredictions } = await import('../core/exhibits/read.ts');
  return readPredictions(await response.text());
}

async function download(url: string): Promise<Response> {
  const response = await fetch(url).catch((thrown: unknown) => {
    throw new AppError('demo-unavailable', { url }, thrown);
  });
  if (!response.ok) throw new AppError('demo-unavailable', { url }, response.statusText);
  return response;
}
