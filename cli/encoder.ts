import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderModelSource } from '../scripts/corpora/folder-model-source.ts';
import type { Encoder } from '../src/core/encoders/encoder.ts';
import { loadEncoder } from '../src/core/encoders/load.ts';
import { parseRegistry } from '../src/core/encoders/registry.ts';
import { UsageError } from './usage-error.ts';

/** Where the site keeps its encoders. */
const MODELS = 'public/models';

/**
 * The encoder of that id in the site's registry, the registry's default if none is named.
 *
 * @throws UsageError naming those there are; AppError `model-missing`, `model-corrupt`,
 *   `model-unsupported`
 */
export async function openEncoder(id: string | undefined): Promise<Encoder> {
  const registry = parseRegistry(await readFile(join(MODELS, 'registry.json'), 'utf8'));
  const spec = id === undefined ? registry.default : registry.encoders.find((e) => e.id === id);
  if (!spec) {
    const known = registry.encoders.map((encoder) => encoder.id).join(', ');
    throw new UsageError(`There is no encoder ${id ?? ''}. There are: ${known}.`);
  }
  return loadEncoder(spec, folderModelSource(spec.id, join(MODELS, spec.path)));
}
