import { createHash } from 'node:crypto';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { RegisteredEncoder } from '../src/core/encoders/registry.ts';
import { removeCommonComponents } from './encoder/components.ts';
import { modelCard } from './encoder/model-card.ts';
import { quantiseRows } from './encoder/quantise.ts';
import { fetchSource, SOURCE } from './encoder/source.ts';
import { tokenizerFile } from './encoder/tokenizer-file.ts';
import { readVocabulary, VOCABULARY_SIZE, type Vocabulary } from './encoder/vocabulary.ts';
import { inverseFrequencies, wordProbabilities } from './encoder/weights.ts';
import { writeSafetensors } from './encoder/write-safetensors.ts';

const ID = 'parable-static-100d';
const NAME = 'Parable static 100d';
const LICENCE = 'MIT; GloVe 6B: PDDL 1.0';

/**
 * Builds the bundled encoder and the registry that names it. Arguments: the output folder (default
 * `public/models`) and the folder that the source is downloaded to (default `.cache`).
 */
export async function main([models = 'public/models', cache = '.cache']: string[]): Promise<void> {
  const source = await fetchSource(cache);
  const vocabulary = await readVocabulary(source, VOCABULARY_SIZE);
  const tokenizer = new TextEncoder().encode(tokenizerFile(vocabulary.words));
  const weights = weightsFile(vocabulary);
  const revision = createHash('sha256')
    .update(weights)
    .update(tokenizer)
    .digest('hex')
    .slice(0, 16);
  const bytes = weights.length + tokenizer.length;

  const folder = join(models, ID);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'tokenizer.json'), tokenizer);
  await writeFile(join(folder, 'model.safetensors'), weights);
  await writeFile(join(folder, 'config.json'), asJson(config(revision)));
  // The source's licence asks that its notice go along.
  await copyFile(join(dirname(source), 'LICENSE'), join(folder, 'LICENSE'));
  const facts = { name: NAME, revision, words: vocabulary.words.length, bytes };
  await writeFile(join(folder, 'README.md'), modelCard(facts));
  await writeFile(join(models, 'registry.json'), asJson(registry(revision)));
  console.log(`${folder}: revision ${revision}, ${(bytes / 1e6).toFixed(2)} MB`);
}

function weightsFile({ words, ranks, vectors }: Vocabulary): Uint8Array {
  const { dims } = SOURCE;
  const probabilities = wordProbabilities(words, ranks);
  const importance = inverseFrequencies(probabilities);
  removeCommonComponents(vectors, dims, probabilities, importance);
  const { rows, scales } = quantiseRows(vectors, dims);

  // Row and weight 0 belong to the unknown token, which stands for nothing.
  const embeddings = new Int8Array(dims + rows.length);
  embeddings.set(rows, dims);
  const weights = new Float32Array(1 + words.length);
  for (let i = 0; i < words.length; i++) weights[i + 1] = importance[i]! * scales[i]!;
  return writeSafetensors([
    { name: 'weights', data: weights, shape: [weights.length] },
    { name: 'embeddings', data: embeddings, shape: [weights.length, dims] },
  ]);
}

/** In model2vec's terms, with our own `revision`, `dims`, `dtype` beside them. */
function config(revision: string): object {
  return {
    model_type: 'model2vec',
    architectures: ['StaticModel'],
    tokenizer_name: ID,
    hidden_dim: SOURCE.dims,
    seq_length: 1_000_000,
    normalize: true,
    dims: SOURCE.dims,
    dtype: 'int8',
    revision,
  };
}

function registry(revision: string): object {
  const encoder: RegisteredEncoder = {
    id: ID,
    revision,
    kind: 'static',
    name: NAME,
    dims: SOURCE.dims,
    dtype: 'int8',
    pooling: 'mean',
    maxTokens: null,
    licence: LICENCE,
    path: `${ID}/`,
  };
  return { schema: 1, default: ID, encoders: [encoder] };
}

function asJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
