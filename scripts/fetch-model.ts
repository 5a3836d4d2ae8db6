import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openOwnModel } from '../src/core/encoders/own-model.ts';
import { parseRegistry, type RegisteredEncoder } from '../src/core/encoders/registry.ts';
import { STATIC_MODEL_FILES } from '../src/core/hub/files.ts';
import type { HubListing } from '../src/core/hub/listing.ts';
import { isModelId, isRevision, MAIN } from '../src/core/hub/names.ts';
import { downloadModel } from '../src/platform/hub/download.ts';
import { fetchListing, type Hub } from '../src/platform/hub/listing.ts';
import { errorWords } from '../src/ui/words/errors.ts';
import { AppError } from '../src/core/errors.ts';
import { folderModelSource } from './corpora/folder-model-source.ts';
import { FolderParts } from './hub/folder-parts.ts';

const USAGE =
  'npm run fetch:model -- OWNER/NAME [--revision COMMIT] [--hub URL] [--out FOLDER] [--no-register]';

/**
 * Downloads a static model of the hub for hosting it beside the site, with the checks that the page
 * makes, and adds it to the registry. Options: `--revision` a commit (default: the newest); `--hub`
 * the address of the hub or a mirror; `--out` the folder of models (default `public/models`);
 * `--no-register` only prints the entry.
 */
export async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    allowNegative: true,
    options: {
      revision: { type: 'string', default: MAIN },
      hub: { type: 'string', default: 'https://huggingface.co' },
      out: { type: 'string', default: 'public/models' },
      register: { type: 'boolean', default: true },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(USAGE);
  const [id, ...more] = positionals;
  if (!isModelId(id) || more.length > 0) throw new Error(`Name one model. Usage: ${USAGE}`);
  if (!isRevision(values.revision)) {
    throw new Error('A revision is "main" or a commit of 40 hexadecimal digits.');
  }
  const hub: Hub = { base: values.hub.replace(/\/+$/, ''), fetch };
  try {
    const folder = path.join(values.out, id);
    const listing = await fetchInto(folder, hub, { id, revision: values.revision });
    const entry = await describe(folder, listing);
    console.log(JSON.stringify(entry, null, 2));
    if (values.register) await register(path.join(values.out, 'registry.json'), entry);
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    const { what, remedy } = errorWords(thrown as AppError);
    throw new Error(`${what} ${remedy}`, { cause: thrown });
  }
}

async function fetchInto(
  folder: string,
  hub: Hub,
  { id, revision }: { id: string; revision: string },
): Promise<HubListing> {
  const listing = await fetchListing(hub, { id, revision, files: STATIC_MODEL_FILES });
  const parts = new FolderParts(folder, listing.commit);
  console.error(`${id} at ${listing.commit}, licence: ${listing.licence}`);
  let tenth = 0;
  const report = (done: number, total: number): void => {
    const reached = Math.floor((10 * done) / total);
    if (reached > tenth) console.error(`${10 * (tenth = reached)} %`);
  };
  await downloadModel({ hub, listing, parts, report });
  await parts.finish(STATIC_MODEL_FILES);
  return listing;
}

/** The registry's entry for a model, which is loaded once to see that it can be. */
async function describe(folder: string, { id, licence }: HubListing): Promise<RegisteredEncoder> {
  const { model } = await openOwnModel(id, folderModelSource(id, folder), licence);
  return { ...model.spec, path: `${id}/` };
}

/** Adds an entry, in place of one of the same id. */
async function register(file: string, entry: RegisteredEncoder): Promise<void> {
  const { default: standard, encoders } = parseRegistry(await readFile(file, 'utf8'));
  const others = encoders.filter(({ id }) => id !== entry.id);
  const registry = { schema: 1, default: standard.id, encoders: [...others, entry] };
  const json = `${JSON.stringify(registry, null, 2)}\n`;
  parseRegistry(json);
  await writeFile(file, json);
  console.error(`${entry.id} is in ${file}; build the site again to offer it.`);
}
