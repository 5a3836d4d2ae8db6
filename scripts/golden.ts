import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { ModelSource } from '../src/core/encoders/encoder.ts';
import { goldenFile } from '../src/core/encoders/golden.ts';
import { loadEncoder } from '../src/core/encoders/load.ts';
import { parseRegistry, type RegisteredEncoder } from '../src/core/encoders/registry.ts';
import { CHECK_TEXTS } from '../src/core/encoders/self-check.ts';
import { folderModelSource } from './corpora/folder-model-source.ts';

const USAGE = 'npm run golden -- ENCODER [--models FOLDER]';
const FILE = 'golden.json';

/**
 * Gives a transformer of the registry the vectors that every visitor's machine must reproduce before it
 * is used: computed here on WebAssembly, from its 32-bit weights where the folder has them. Argument: the
 * encoder's id; option: `--models` the folder of the registry (default `public/models`).
 */
export async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { models: { type: 'string', default: 'public/models' } },
  });
  const registryFile = path.join(values.models, 'registry.json');
  const { default: standard, encoders } = parseRegistry(await readFile(registryFile, 'utf8'));
  const entry = encoders.find(({ id }) => id === positionals[0]);
  if (entry?.kind !== 'transformer') {
    throw new Error(`Name a transformer of ${registryFile}. Usage: ${USAGE}`);
  }
  const folder = path.join(values.models, entry.path);
  const vectors = await vectorsOf(entry, folderModelSource(entry.id, folder));
  await writeFile(path.join(folder, FILE), goldenFile(vectors));
  const changed = encoders.map((each) => (each === entry ? { ...each, golden: FILE } : each));
  const registry = { schema: 1, default: standard.id, encoders: changed };
  await writeFile(registryFile, `${JSON.stringify(registry, null, 2)}\n`);
}

async function vectorsOf(
  entry: RegisteredEncoder,
  source: ModelSource,
): Promise<Float32Array<ArrayBuffer>> {
  const hasFloats = await source.read('onnx/model.onnx').then(
    () => true,
    () => false,
  );
  const spec: RegisteredEncoder = { ...entry, dtype: hasFloats ? 'float32' : entry.dtype };
  const encoder = await loadEncoder(spec, source);
  return (await encoder.embed(CHECK_TEXTS)).vectors;
}
