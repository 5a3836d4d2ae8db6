import { AppError } from '../../errors.ts';
import type { Embedding, Encoder, EncoderSpec, ModelSource } from '../encoder.ts';
import { checkConfig } from './config.ts';
import { readTokenTable, type TokenTable } from './token-table.ts';
import { readTokenizer, type Tokenizer } from './tokenizer.ts';

/**
 * Loads a static encoder in model2vec's format (https://github.com/MinishLab/model2vec): a text's
 * vector is the weighted mean of its tokens' rows, at unit length whatever `config.json` says of
 * `normalize`, since only directions are compared here. It reads the whole text unless the spec has
 * a limit, which counts known tokens as model2vec's does; each text is embedded by itself, with the same bits in any batch and
 * on any engine. Unknown and special tokens count for nothing: an empty text, or one without any
 * known token, is a row of zeros and flagged `empty`. Lone surrogates are dropped or make their word unknown.
 *
 * @throws AppError `model-missing`, `model-corrupt`, `model-unsupported`
 */
export async function loadStaticEncoder(spec: EncoderSpec, source: ModelSource): Promise<Encoder> {
  const [config, tokens, weights] = await Promise.all([
    source.read('config.json'),
    source.read('tokenizer.json'),
    source.read('model.safetensors'),
  ]);
  checkConfig(new TextDecoder().decode(config), spec);
  const tokenizer = await readTokenizer(new TextDecoder().decode(tokens), spec.id);
  const table = silence(readTokenTable(weights, tokenizer.size, spec.id), tokenizer);
  if (table.dims !== spec.dims) {
    const reason = `${table.dims} dimensions instead of ${spec.dims}`;
    throw new AppError('model-corrupt', { encoder: spec.id, file: 'model.safetensors', reason });
  }
  return { spec, embed: async (texts) => embedAll(texts, tokenizer, table, spec.maxTokens) };
}

/** Takes the weight from every token that means nothing. */
function silence(table: TokenTable, tokenizer: Tokenizer): TokenTable {
  const weights = table.weights.slice();
  for (const id of tokenizer.meaningless) weights[id] = 0;
  return { ...table, weights };
}

function embedAll(
  texts: readonly string[],
  tokenizer: Tokenizer,
  table: TokenTable,
  maxTokens: number | null,
): Embedding {
  const { dims } = table;
  const vectors = new Float32Array(texts.length * dims);
  const empty = new Uint8Array(texts.length);
  const truncated = new Uint32Array(texts.length);
  const sum = new Float64Array(dims);
  for (const [index, text] of texts.entries()) {
    let ids = tokenizer.encode(text);
    if (maxTokens !== null) {
      const known = ids.filter((id) => !tokenizer.meaningless.has(id));
      ids = known.subarray(0, maxTokens);
      truncated[index] = known.length - ids.length;
    }
    sumRows(ids, table, sum);
    let square = 0;
    for (const value of sum) square += value * value;
    if (square === 0) {
      empty[index] = 1;
      continue;
    }
    const scale = 1 / Math.sqrt(square);
    const start = index * dims;
    for (let d = 0; d < dims; d++) vectors[start + d] = sum[d]! * scale;
  }
  return { vectors, empty, truncated };
}

/**
 * Fills `sum` [dims] with the weighted sum of the tokens' rows: token after token, which fixes the
 * bits, though four of them in each pass over `sum`.
 */
function sumRows(ids: Uint32Array, table: TokenTable, sum: Float64Array): void {
  const { dims, rows, rowOf, weights } = table;
  sum.fill(0);
  const whole = ids.length - (ids.length % 4);
  for (let t = 0; t < whole; t += 4) {
    const [i, j, k, l] = [ids[t]!, ids[t + 1]!, ids[t + 2]!, ids[t + 3]!];
    const [u, v, w, x] = [weights[i]!, weights[j]!, weights[k]!, weights[l]!];
    const [a, b] = [rowOf[i]! * dims, rowOf[j]! * dims];
    const [c, e] = [rowOf[k]! * dims, rowOf[l]! * dims];
    for (let d = 0; d < dims; d++) {
      sum[d] = sum[d]! + u * rows[a + d]! + v * rows[b + d]! + w * rows[c + d]! + x * rows[e + d]!;
    }
  }
  for (let t = whole; t < ids.length; t++) {
    const weight = weights[ids[t]!]!;
    const start = rowOf[ids[t]!]! * dims;
    for (let d = 0; d < dims; d++) sum[d]! += weight * rows[start + d]!;
  }
}
