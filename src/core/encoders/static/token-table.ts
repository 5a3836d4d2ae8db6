import { AppError } from '../../errors.ts';
import { readSafetensors, type Tensor } from './safetensors.ts';
import { toFloats, toIndices } from './tensor-values.ts';

/** What every token contributes to a text's vector: `weights[id] × row(rowOf[id])`. */
export interface TokenTable {
  readonly dims: number;
  /** [rows × dims]; int8 rows need no scale, since a constant factor cancels in a unit vector. */
  readonly rows: Int8Array<ArrayBuffer> | Float32Array<ArrayBuffer>;
  /** [tokens], the row of each token id. */
  readonly rowOf: Uint32Array<ArrayBuffer>;
  /** [tokens], the factor of each token id. */
  readonly weights: Float32Array<ArrayBuffer>;
}

/**
 * Reads the token table of a `model.safetensors` in model2vec's format: `embeddings` [rows × dims]
 * as F32, F16, BF16 or I8, optionally `mapping` [tokens] (row of a token) and `weights` [tokens].
 * The name `embedding.weight` of sentence-transformers' static embeddings is read too.
 *
 * @param tokens number of token ids that the tokenizer may yield
 * @throws AppError `model-corrupt` if a tensor is missing, has a wrong shape or holds a number
 *   that is not finite
 */
export function readTokenTable(
  file: Uint8Array<ArrayBuffer>,
  tokens: number,
  encoder: string,
): TokenTable {
  const origin = { encoder, file: 'model.safetensors' };
  const corrupt = (reason: string) => new AppError('model-corrupt', { ...origin, reason });
  const tensors = readSafetensors(file, origin);
  const table = findTable(tensors);
  const [rowCount, dims, ...more] = table?.shape ?? [];
  if (!table || !rowCount || !dims || more.length > 0) {
    throw corrupt('it holds no table of embeddings');
  }
  const rows =
    table.type === 'I8'
      ? new Int8Array(table.bytes.buffer, table.bytes.byteOffset, table.bytes.length)
      : toFloats(table);
  if (!rows?.every(Number.isFinite)) throw corrupt('an embedding is not a finite number');

  const mapping = tensors.get('mapping');
  const rowOf = mapping ? toIndices(mapping) : Uint32Array.from({ length: rowCount }, (_, i) => i);
  if (!rowOf || rowOf.length < tokens) throw corrupt('it does not cover the vocabulary');
  if (rowOf.some((row) => row >= rowCount)) throw corrupt('a token has no embedding');

  const weighting = tensors.get('weights');
  const weights = weighting ? toFloats(weighting) : new Float32Array(rowOf.length).fill(1);
  if (!weights || weights.length < tokens) throw corrupt('the weights do not cover the vocabulary');
  if (!weights.every(Number.isFinite)) throw corrupt('a weight is not a finite number');
  return { dims, rows, rowOf, weights };
}

/** The table of embeddings under the names that it goes by, if the file has one. */
export function findTable(tensors: ReadonlyMap<string, Tensor>): Tensor | undefined {
  return tensors.get('embeddings') ?? tensors.get('embedding.weight');
}
