import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { folderModelSource } from '../scripts/corpora/folder-model-source.ts';
import { parseRegistry } from '../src/core/encoders/registry.ts';
import { loadEncoder } from '../src/core/encoders/load.ts';
import { HOSTILE_TEXTS } from './fixtures/hostile-texts.ts';

/**
 * SHA-256 of the vectors that the bundled encoder gives the hostile texts here in Node, as 64 hex
 * digits. Browser tests call it as a command, so that both sides are computed in one run.
 */
export async function embedInNode(): Promise<string> {
  const models = 'public/models/';
  const spec = parseRegistry(await readFile(`${models}registry.json`, 'utf8')).default;
  const encoder = await loadEncoder(spec, folderModelSource(spec.id, models + spec.path));
  const { vectors } = await encoder.embed(HOSTILE_TEXTS);
  return createHash('sha256').update(new Uint8Array(vectors.buffer)).digest('hex');
}
