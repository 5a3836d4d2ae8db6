import { readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { folderModelSource } from '../scripts/corpora/folder-model-source.ts';
import type { Encoder } from '../src/core/encoders/encoder.ts';
import { loadEncoder } from '../src/core/encoders/load.ts';
import { openOwnModel } from '../src/core/encoders/own-model.ts';
import { parseRegistry } from '../src/core/encoders/registry.ts';
import { UsageError } from './usage-error.ts';

/** Where the site keeps its encoders. */
const MODELS = 'public/models';

/**
 * The encoder of that id in the site's registry, else the static model in that folder; the
 * registry's default if none is named.
 *
 * @throws UsageError naming those there are; AppError `model-missing`, `model-corrupt`,
 *   `model-unsupported`
 */
export async function openEncoder(named: string | undefined): Promise<Encoder> {
  const registry = parseRegistry(await readFile(join(MODELS, 'registry.json'), 'utf8'));
  const spec =
    named === undefined ? registry.default : registry.encoders.find(({ id }) => id === named);
  if (spec) return loadEncoder(spec, folderModelSource(spec.id, join(MODELS, spec.path)));
  const folder = resolve(named ?? '');
  if (!(await isFolder(folder))) {
    const known = registry.encoders.map(({ id }) => id).join(', ');
    throw new UsageError(
      `There is no encoder and no folder ${named ?? ''}. Encoders are: ${known}.`,
    );
  }
  const name = basename(folder);
  return (await openOwnModel(name, folderModelSource(name, folder))).encoder;
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
