import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { EncoderSpec, ModelSource } from '../encoder.ts';
import { filesModelSource, type ModelFiles } from '../files-model-source.ts';
import { loadEncoder } from '../load.ts';
import type { OpenedModel } from '../own-model.ts';
import { filesOf, type TransformerSettings } from './describe.ts';
import { WEIGHTS } from './weights.ts';

/**
 * Opens a transformer that no registry of this site describes, under settings that come from its own
 * files, from the list of vetted models or from the reader. It is known by `name`; its revision is a
 * hash of its files and its limit, so that no vector is taken for another's.
 *
 * After a failure the worker that it ran in is of no use any more (`loadTransformerEncoder`).
 *
 * @param licence as stated where the model comes from: its files do not tell
 * @throws AppError `model-missing` naming the file, `model-corrupt`, `model-unsupported`
 */
export async function openOwnTransformer(
  name: string,
  source: ModelSource,
  { dims, dtype, pooling, maxTokens, prefix }: TransformerSettings,
  licence = 'not stated',
): Promise<OpenedModel> {
  const paths = filesOf({ path: WEIGHTS[dtype] });
  const contents = await Promise.all(paths.map((path) => source.read(path)));
  const files: ModelFiles = new Map(paths.map((path, i) => [path, contents[i]!]));
  const spec: EncoderSpec = {
    id: name,
    revision: revisionOf(files, maxTokens),
    kind: 'transformer',
    name,
    dims,
    dtype,
    pooling,
    maxTokens,
    ...(prefix !== undefined && { prefix }),
    licence,
  };
  const encoder = await loadEncoder(spec, filesModelSource(name, files));
  const bytes = contents.reduce((sum, { length }) => sum + length, 0);
  return { model: { spec, rows: null, bytes }, encoder, files };
}

/** The first 64 bits of SHA-256 over all that could change a vector, as 16 hex digits. */
function revisionOf(files: ModelFiles, maxTokens: number | null): string {
  const hash = sha256.create();
  for (const [path, content] of files) {
    hash.update(utf8ToBytes(`${path}\0${content.length}\0`)).update(content);
  }
  return bytesToHex(hash.update(utf8ToBytes(String(maxTokens))).digest()).slice(0, 16);
}
