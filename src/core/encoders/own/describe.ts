import type { EncoderSpec } from '../encoder.ts';
import { AppError } from '../../errors.ts';
import { STATIC_MODEL_FILES, TRANSFORMER_FILES } from '../../hub/files.ts';
import { dimsOf, fieldsOf, maxTokensOf, poolingOf, prefixesOf, type Texts } from './facts.ts';
import { findWeights, type WeightFile } from './weights.ts';

/** What a transformer's files say of it. */
export interface TransformerDescription {
  readonly kind: 'transformer';
  readonly dims: number;
  /** Null where the files do not tell: whoever brings the model must. */
  readonly pooling: EncoderSpec['pooling'] | null;
  /** Null where no limit is stated. */
  readonly maxTokens: number | null;
  /** Prefixes that its files name, most of them for questions alone. */
  readonly prefixes: readonly string[];
  /** The one that its files use unless told otherwise; null if there is none. */
  readonly prefix: string | null;
  /** At least one, the one to offer first in front. */
  readonly weights: readonly WeightFile[];
}

export type ModelDescription = { readonly kind: 'static' } | TransformerDescription;

/** What is decided of a transformer before it is opened. */
export type TransformerSettings = Pick<
  EncoderSpec,
  'dims' | 'dtype' | 'pooling' | 'maxTokens' | 'prefix'
>;

/**
 * What a model is that no registry describes, from the sizes of its files by path and the content of
 * its `DESCRIBING_FILES`. Static ones are told by their type, or by having nothing that Transformers.js
 * could run.
 *
 * @throws AppError `model-missing` naming a file, `model-corrupt`, `model-unsupported`
 */
export function describeModel(
  encoder: string,
  sizes: ReadonlyMap<string, number>,
  texts: Texts,
): ModelDescription {
  const config = fieldsOf(texts, 'config.json', encoder);
  const weights = findWeights(sizes);
  if (isStatic(config, sizes, weights)) return { kind: 'static' };
  if (config.is_encoder_decoder === true) {
    const reason = `model of type ${String(config.model_type)}, which answers instead of encoding`;
    throw new AppError('model-unsupported', { encoder, reason });
  }
  const [first] = weights;
  if (!first) throw new AppError('model-missing', { encoder, file: 'onnx/model_quantized.onnx' });
  const missing = TRANSFORMER_FILES.find((file) => !sizes.has(file));
  if (missing !== undefined) throw new AppError('model-missing', { encoder, file: missing });
  const dims = dimsOf(config);
  if (dims === null) {
    const reason = 'it names no hidden size';
    throw new AppError('model-corrupt', { encoder, file: 'config.json', reason });
  }
  const fields = (file: string) => fieldsOf(texts, file, encoder);
  const tokenizer = fields('tokenizer_config.json');
  return {
    kind: 'transformer',
    dims,
    pooling: poolingOf(fields('1_Pooling/config.json'), fields('modules.json'), encoder),
    maxTokens: maxTokensOf(config, tokenizer, fields('sentence_bert_config.json')),
    ...prefixesOf(fields('config_sentence_transformers.json')),
    weights,
  };
}

/** Fields that a `config.json` has of a transformer alone. */
const LAYERS = ['num_hidden_layers', 'num_layers', 'n_layers', 'n_layer'];

/** Many transformers are stored as safetensors too, and many static models as ONNX. */
function isStatic(
  config: Readonly<Record<string, unknown>>,
  sizes: ReadonlyMap<string, number>,
  weights: readonly WeightFile[],
): boolean {
  if (!sizes.has('model.safetensors')) return false;
  if (config.model_type === 'model2vec') return true;
  return weights.length === 0 && !LAYERS.some((key) => key in config);
}

/** The files that a model with these settings is opened from. */
export function filesOf(settings: Pick<WeightFile, 'path'> | null): readonly string[] {
  return settings ? [...TRANSFORMER_FILES, settings.path] : STATIC_MODEL_FILES;
}

/** A prefix as specs have it: null for none but blanks, else with one blank at its end. */
export function readPrefix(typed: string): string | null {
  const prefix = typed.trim();
  return prefix === '' ? null : `${prefix} `;
}
