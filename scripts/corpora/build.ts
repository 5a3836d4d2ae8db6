import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  embeddedTexts,
  packBundle,
  readBundle,
  type CorpusBundle,
} from '../../src/core/corpus/bundle.ts';
import { encoderKey, type Encoder } from '../../src/core/encoders/encoder.ts';
import { parseRegistry } from '../../src/core/encoders/registry.ts';
import { loadStaticEncoder } from '../../src/core/encoders/static/static-encoder.ts';
import { AppError } from '../../src/core/errors.ts';
import { folderModelSource } from './folder-model-source.ts';
import { readCorpusTexts } from './read.ts';

/** The corpora that the site ships. */
export const CORPORA = ['demo', 'reference'] as const;

export interface BuiltCorpus {
  readonly bundle: CorpusBundle;
  /** `bundle` as JSON. */
  readonly texts: string;
  /** Vectors of all passages and principles in order, as `packBundle` makes them. */
  readonly vectors: Uint8Array<ArrayBuffer>;
  /** The same as the encoder gave them, [texts × dims]. */
  readonly exact: Float32Array<ArrayBuffer>;
}

/**
 * Reads the texts of `public/corpora/<name>/`, cuts them into passages and embeds these with the
 * bundled encoder, exactly as the explorer would. What comes of it has been read back as the page
 * reads it.
 *
 * @throws AppError naming the file that cannot be read, or `demo-mismatch`
 */
export async function buildCorpus(root: string, name: string): Promise<BuiltCorpus> {
  const [source, encoder] = await Promise.all([readCorpusTexts(root, name), bundledEncoder(root)]);
  const { vectors: exact } = await encoder.embed(embeddedTexts(source));
  const { spec } = encoder;
  const { bundle, vectors } = packBundle(
    { ...source, encoder: encoderKey(spec), dims: spec.dims },
    exact,
  );
  const texts = JSON.stringify(bundle);
  readBundle(JSON.parse(texts) as CorpusBundle, vectors, name);
  return { bundle, texts, vectors, exact };
}

/** The site's default, or its first static encoder where that needs a browser. */
async function bundledEncoder(root: string): Promise<Encoder> {
  const models = join(root, 'public', 'models');
  const registry = parseRegistry(await readFile(join(models, 'registry.json'), 'utf8'));
  const spec = [registry.default, ...registry.encoders].find(({ kind }) => kind === 'static');
  if (!spec) {
    const reason = 'the build needs a static encoder for the vectors that it ships';
    throw new AppError('model-unsupported', { encoder: registry.default.id, reason });
  }
  return loadStaticEncoder(spec, folderModelSource(spec.id, join(models, spec.path)));
}
