import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { folderModelSource } from '../../../scripts/corpora/folder-model-source.ts';
import { main } from '../../../scripts/golden.ts';
import { TINY_DIMS, TINY_MAX_TOKENS } from '../../../scripts/onnx/tiny-bert-files.ts';
import { main as writeTinyBert } from '../../../scripts/tiny-bert.ts';
import { readGolden } from '../../../src/core/encoders/golden.ts';
import { loadEncoder } from '../../../src/core/encoders/load.ts';
import { parseRegistry } from '../../../src/core/encoders/registry.ts';
import { CHECK_TEXTS, leastCosine, requiredCosine } from '../../../src/core/encoders/self-check.ts';

let models = '';
beforeEach(async () => {
  models = await mkdtemp(join(tmpdir(), 'models-'));
  await writeTinyBert([join(models, 'tiny'), 'q8']);
  await writeTinyBert([join(models, 'tiny')]);
  const entry = {
    id: 'tiny',
    revision: '1',
    kind: 'transformer',
    name: 'Tiny',
    dims: TINY_DIMS,
    dtype: 'q8',
    pooling: 'mean',
    maxTokens: TINY_MAX_TOKENS,
    licence: 'none needed',
    path: 'tiny/',
  };
  const registry = { schema: 1, default: 'tiny', encoders: [entry] };
  await writeFile(join(models, 'registry.json'), JSON.stringify(registry));
});
afterEach(() => rm(models, { recursive: true }));

it('gives a model of 8-bit weights the vectors of its 32-bit ones, which it comes close to', async () => {
  await main(['tiny', '--models', models]);
  const spec = parseRegistry(await readFile(join(models, 'registry.json'), 'utf8')).default;
  const source = folderModelSource('tiny', join(models, 'tiny'));
  const golden = await readGolden(spec, source);
  const { vectors } = await (await loadEncoder(spec, source)).embed(CHECK_TEXTS);
  const cosine = leastCosine(vectors, golden!, TINY_DIMS);
  expect(cosine).toBeGreaterThanOrEqual(requiredCosine('q8'));
  expect(cosine).toBeLessThan(1 - 1e-6);
});

it('asks for an encoder that there is', async () => {
  await expect(main(['other', '--models', models])).rejects.toThrow('Name a transformer');
});
