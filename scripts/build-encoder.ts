import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { RegisteredEncoder } from '../src/core/encoders/registry.ts';
import { staticRevision } from '../src/core/encoders/static/revision.ts';
import { removeCommonComponents } from './encoder/components.ts';
import { tune } from './encoder/contrast.ts';
import { modelCard } from './encoder/model-card.ts';
import { missingTokens } from './encoder/numerals.ts';
import { readPairs } from './encoder/pairs.ts';
import { learnPieces, PREFIX } from './encoder/pieces.ts';
import { quantiseRows } from './encoder/quantise.ts';
import { seededRandom } from './encoder/random.ts';
import { fetchSource, SOURCE } from './encoder/source.ts';
import { tokenizerFile } from './encoder/tokenizer-file.ts';
import { readVocabulary, VOCABULARY_SIZE } from './encoder/vocabulary.ts';
import { inverseFrequencies, wordProbabilities } from './encoder/weights.ts';
import { writeSafetensors } from './encoder/write-safetensors.ts';

const ID = 'parable-static-100d';
const NAME = 'Parable static 100d';
const LICENCE = 'MIT; GloVe 6B: PDDL 1.0; PPDB: CC BY 3.0';

const USAGE = 'npm run build:encoder -- --ppdb FILE [--out FOLDER] [--cache FOLDER]';

/** Any number will do; another one gives another encoder. */
const SEED = 1;

/**
 * Builds the bundled encoder and the registry that names it. Options: `--ppdb` the paraphrases, one
 * tab-separated pair a line; `--out` the output folder (default `public/models`); `--cache` the
 * folder that the source is downloaded to (default `.cache`).
 */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      ppdb: { type: 'string' },
      out: { type: 'string', default: 'public/models' },
      cache: { type: 'string', default: '.cache' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(USAGE);
  if (!values.ppdb) throw new Error(`No file of paraphrases. Usage: ${USAGE}`);
  const source = await fetchSource(values.cache);
  const { tokens, rows } = await makeTable(source, values.ppdb);
  const tokenizer = new TextEncoder().encode(tokenizerFile(tokens));
  const weights = weightsFile(rows);
  const revision = staticRevision(weights, tokenizer);
  const bytes = weights.length + tokenizer.length;

  const folder = join(values.out, ID);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'tokenizer.json'), tokenizer);
  await writeFile(join(folder, 'model.safetensors'), weights);
  await writeFile(join(folder, 'config.json'), asJson(config(revision)));
  // The source's licence asks that its notice go along.
  await copyFile(join(dirname(source), 'LICENSE'), join(folder, 'LICENSE'));
  const facts = { name: NAME, revision, tokens: tokens.length, bytes };
  await writeFile(join(folder, 'README.md'), modelCard(facts));
  await writeFile(join(values.out, 'registry.json'), asJson(registry(revision)));
  console.log(`${folder}: revision ${revision}, ${(bytes / 1e6).toFixed(2)} MB`);
}

/** Weighted vectors of all tokens, [tokens × dims]. */
interface Table {
  readonly tokens: readonly string[];
  readonly rows: Float64Array;
}

async function makeTable(source: string, ppdb: string): Promise<Table> {
  const { dims } = SOURCE;
  const random = seededRandom(SEED);
  const all = await readVocabulary(source);
  const missing = missingTokens(all, dims, random);
  const words = [...all.words, ...missing.words];
  const vectors = new Float64Array(words.length * dims);
  vectors.set(all.vectors);
  vectors.set(missing.vectors, all.vectors.length);
  const probabilities = wordProbabilities(words, [...all.ranks, ...missing.ranks]);
  const weights = inverseFrequencies(probabilities);
  removeCommonComponents(vectors, dims, probabilities, weights);
  const pairs = await readPairs(ppdb, new Map(words.map((word, id) => [word, id])));
  const loss = tune(vectors, dims, weights, pairs, random);
  console.log(`${words.length} words, ${pairs.length} pairs, loss ${loss.toFixed(3)}`);

  const weighted = vectors.map((x, at) => x * weights[Math.floor(at / dims)]!);
  const known = new Map<string, Float64Array>();
  const rare = new Map<string, Float64Array>();
  for (const [i, word] of words.entries()) {
    const isRare = i >= VOCABULARY_SIZE && i < all.words.length;
    (isRare ? rare : known).set(word, weighted.subarray(i * dims, (i + 1) * dims));
  }
  const learned = learnPieces(known, rare, dims);
  const digits = Array.from('0123456789');
  const tokens = [...known.keys(), ...[...learned.pieces, ...digits].map((p) => PREFIX + p)];
  // A digit that goes on a number changes it as one digit differs from another.
  const rows = [...known.values(), learned.rows, ...digits.map((digit) => known.get(digit)!)];
  const table = new Float64Array(tokens.length * dims);
  let end = 0;
  for (const part of rows) {
    table.set(part, end);
    end += part.length;
  }
  return { tokens, rows: table };
}

function weightsFile(table: Float64Array): Uint8Array {
  const { dims } = SOURCE;
  const { rows, scales } = quantiseRows(table, dims);
  // Row and weight 0 belong to the unknown token, which stands for nothing.
  const embeddings = new Int8Array(dims + rows.length);
  embeddings.set(rows, dims);
  const weights = new Float32Array(1 + scales.length);
  weights.set(scales, 1);
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
