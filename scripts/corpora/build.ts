import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { packBundle } from '../../src/core/corpus/bundle.ts';
import { toDocument, toGroup, type Placement } from '../../src/core/corpus/documents.ts';
import type { Corpus, Document, Group } from '../../src/core/corpus/model.ts';
import { parseFile, type Draft } from '../../src/core/corpus/parse/parse.ts';
import { encoderKey, type Encoder } from '../../src/core/encoders/encoder.ts';
import { parseRegistry } from '../../src/core/encoders/registry.ts';
import { loadStaticEncoder } from '../../src/core/encoders/static/static-encoder.ts';
import { AppError } from '../../src/core/errors.ts';
import { folderModelSource } from './folder-model-source.ts';

export interface BuiltCorpus {
  /** `CorpusBundle` as JSON. */
  readonly texts: string;
  /** Float32 vectors of all passages in order. */
  readonly vectors: Uint8Array<ArrayBuffer>;
}

/**
 * Reads the texts of `public/corpora/<name>/`, cuts them into passages and embeds these with the
 * bundled encoder, exactly as the explorer would.
 *
 * @throws AppError naming the file that cannot be read
 */
export async function buildCorpus(root: string, name: string): Promise<BuiltCorpus> {
  const [corpus, encoder] = await Promise.all([readCorpus(root, name), bundledEncoder(root)]);
  const passages = [...corpus.documents.values()].flatMap(({ text, passages }) =>
    passages.map(({ start, end }) => text.slice(start, end)),
  );
  const { vectors } = await encoder.embed(passages);
  const { spec } = encoder;
  return {
    texts: JSON.stringify(packBundle(corpus, encoderKey(spec), spec.dims)),
    vectors: new Uint8Array(vectors.buffer),
  };
}

async function readCorpus(root: string, name: string): Promise<Corpus> {
  const folder = join(root, 'public', 'corpora', name);
  const paths = await readdir(folder, { recursive: true });
  const documents = new Map<string, Document>();
  const groups = new Map<string, Group>();
  for (const path of paths.filter((file) => file.endsWith('.md')).sort()) {
    for (const draft of await readDrafts(folder, join(folder, path))) {
      const placement = placementOf(draft);
      const document = toDocument(draft, placement);
      const group = toGroup(placement);
      groups.set(group.id, group);
      documents.set(document.id, { ...document, origin: 'demo' });
    }
  }
  return { documents, groups };
}

async function readDrafts(folder: string, file: string): Promise<readonly Draft[]> {
  const path = relative(folder, file).split(sep).join('/');
  const bytes = await readFile(file);
  const { drafts, problems } = parseFile({ name: path.split('/').at(-1) ?? path, path, bytes });
  if (problems[0]) throw problems[0];
  return drafts;
}

/** Reference documents form one group a genre; demo documents name their own. */
function placementOf({ role, group, meta }: Draft): Placement {
  return { role: role ?? 'training', group: meta.get('genre') ?? group ?? '' };
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
