import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  describeModel,
  filesOf,
  type ModelDescription,
  type TransformerSettings,
} from '../src/core/encoders/own/describe.ts';
import { DESCRIBING_FILES } from '../src/core/encoders/own/facts.ts';
import { openOwnTransformer } from '../src/core/encoders/own/own-transformer.ts';
import { WEIGHTS } from '../src/core/encoders/own/weights.ts';
import { openOwnModel } from '../src/core/encoders/own-model.ts';
import { parseRegistry, type RegisteredEncoder } from '../src/core/encoders/registry.ts';
import type { HubListing } from '../src/core/hub/listing.ts';
import { isModelId, isRevision, MAIN } from '../src/core/hub/names.ts';
import { downloadModel } from '../src/platform/hub/download.ts';
import { fetchListing, type Hub } from '../src/platform/hub/listing.ts';
import { fetchTexts } from '../src/platform/hub/texts.ts';
import { errorWords } from '../src/ui/words/errors.ts';
import { AppError } from '../src/core/errors.ts';
import { folderModelSource } from './corpora/folder-model-source.ts';
import { decide } from './hub/decide.ts';
import { FolderParts } from './hub/folder-parts.ts';

const USAGE =
  'npm run fetch:model -- OWNER/NAME [--dtype q8|int8|float16|float32] [--pooling mean|cls] [--prefix TEXT] [--revision COMMIT] [--hub URL] [--out FOLDER] [--no-register]';

/**
 * Downloads a model of the hub for hosting it beside the site, with the checks that the page makes, and
 * adds it to the registry. Options: `--dtype` how a transformer's weights are stored (default: the
 * first of those in the usage that it has); `--pooling` and `--prefix` for a transformer whose files or
 * our list of vetted models do not tell them; `--revision` a commit (default: the newest); `--hub` the
 * address of the hub or a mirror; `--out` the folder of models (default `public/models`);
 * `--no-register` only prints the entry.
 */
export async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    allowNegative: true,
    options: {
      dtype: { type: 'string' },
      pooling: { type: 'string' },
      prefix: { type: 'string' },
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
    const found = await lookUp(hub, id, values.revision);
    const settings =
      found.description.kind === 'static' ? null : decide(id, found.description, values);
    const listing = await fetchInto(folder, hub, found.listing, settings);
    const entry = await describe(folder, listing, settings);
    console.log(JSON.stringify(entry, null, 2));
    if (values.register) await register(path.join(values.out, 'registry.json'), entry);
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    const { what, remedy } = errorWords(thrown as AppError);
    throw new Error(`${what} ${remedy}`, { cause: thrown });
  }
}

/** What the hub has of a model, and what its files say of it. */
async function lookUp(
  hub: Hub,
  id: string,
  revision: string,
): Promise<{ listing: HubListing; description: ModelDescription }> {
  const listing = await fetchListing(hub, { id, revision, files: null });
  const texts = await fetchTexts(hub, listing, DESCRIBING_FILES);
  const sizes = new Map(listing.files.map(({ path: file, bytes }) => [file, bytes]));
  return { listing, description: describeModel(id, sizes, new Map(Object.entries(texts))) };
}

async function fetchInto(
  folder: string,
  hub: Hub,
  { id, commit }: HubListing,
  settings: TransformerSettings | null,
): Promise<HubListing> {
  const files = filesOf(settings && { path: WEIGHTS[settings.dtype] });
  const listing = await fetchListing(hub, { id, revision: commit, files });
  const parts = new FolderParts(folder, commit);
  console.error(`${id} at ${commit}, licence: ${listing.licence}`);
  let tenth = 0;
  const report = (done: number, total: number): void => {
    const reached = Math.floor((10 * done) / total);
    if (reached > tenth) console.error(`${10 * (tenth = reached)} %`);
  };
  await downloadModel({ hub, listing, parts, report });
  await parts.finish(files);
  return listing;
}

/** The registry's entry for a model, which is loaded once to see that it can be. */
async function describe(
  folder: string,
  { id, licence }: HubListing,
  settings: TransformerSettings | null,
): Promise<RegisteredEncoder> {
  const source = folderModelSource(id, folder);
  const { model } = settings
    ? await openOwnTransformer(id, source, settings, licence)
    : await openOwnModel(id, source, licence);
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
