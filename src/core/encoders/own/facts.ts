import type { EncoderSpec } from '../encoder.ts';
import { AppError } from '../../errors.ts';
import { MAX_PREFIX_CHARS } from '../../limits.ts';

/** Content of a model's small files by path; any may be missing. */
export type Texts = ReadonlyMap<string, string>;

/** The small files that say what a model is. */
export const DESCRIBING_FILES = [
  'config.json',
  'tokenizer_config.json',
  'modules.json',
  '1_Pooling/config.json',
  'sentence_bert_config.json',
  'config_sentence_transformers.json',
] as const;

type Fields = Readonly<Record<string, unknown>>;

/** One of those files as an object; without fields if it is missing. @throws AppError `model-corrupt` */
export function fieldsOf(texts: Texts, file: string, encoder: string): Fields {
  const text = texts.get(file);
  if (text === undefined) return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Fields;
  } catch (thrown) {
    throw new AppError('model-corrupt', { encoder, file, reason: 'it is not JSON' }, thrown);
  }
  throw new AppError('model-corrupt', { encoder, file, reason: 'it is not an object' });
}

/** Names that families of models give to the length of their hidden states. */
const DIMS = ['hidden_size', 'dim', 'd_model', 'n_embd'];

/** Dimensions by `config.json`; null if it names none. */
export function dimsOf(config: Fields): number | null {
  return DIMS.map((key) => config[key]).find(isCount) ?? null;
}

/** Families whose positions are counted from behind the padding token's: two fewer are left. */
const OFFSET = /^(?:xlm-roberta|roberta|camembert|mpnet)$/;

/**
 * Tokens that a model reads, special ones included: what sentence-transformers would cut at, else what
 * the tokenizer says, but no more than it has positions for. Null if none of them is stated.
 */
export function maxTokensOf(config: Fields, tokenizer: Fields, sentence: Fields): number | null {
  const { max_position_embeddings: positions, model_type: type } = config;
  const offset = typeof type === 'string' && OFFSET.test(type) ? 2 : 0;
  // A tokenizer without a limit states 10³⁰.
  const stated = [sentence.max_seq_length, tokenizer.model_max_length].find(isCount);
  const limits = [stated, isCount(positions) ? positions - offset : undefined].filter(isCount);
  return limits.length > 0 ? Math.min(...limits) : null;
}

/** Ways of pooling that sentence-transformers knows and Parable does not. */
const OTHER_POOLING = [
  'pooling_mode_max_tokens',
  'pooling_mode_mean_sqrt_len_tokens',
  'pooling_mode_weightedmean_tokens',
  'pooling_mode_lasttoken',
];

/**
 * How a model's files say that tokens become one vector; null if they do not say it. Being scaled to
 * unit length is no part of it: all vectors are, here.
 *
 * @throws AppError `model-unsupported` for another way of pooling, or a layer behind it
 */
export function poolingOf(
  pooling: Fields,
  modules: Fields,
  encoder: string,
): EncoderSpec['pooling'] | null {
  const refused = (reason: string) => new AppError('model-unsupported', { encoder, reason });
  const types = Object.values(modules).map((each) => String((each as Fields | null)?.type));
  const strange = types.find((type) => !/\.(?:Transformer|Pooling|Normalize)$/.test(type));
  if (strange !== undefined) throw refused(`a layer of type ${strange} behind the transformer`);
  const other = OTHER_POOLING.find((mode) => pooling[mode] === true);
  if (other !== undefined) throw refused(other.replace('pooling_mode_', 'pooling by '));
  if (pooling.pooling_mode_cls_token === true) {
    if (pooling.pooling_mode_mean_tokens === true)
      throw refused('two ways of pooling side by side');
    return 'cls';
  }
  return pooling.pooling_mode_mean_tokens === true ? 'mean' : null;
}

/** Prefixes that a model's files name, without repeats, and the one that they use unless told otherwise. */
export function prefixesOf({ prompts, default_prompt_name: standard }: Fields): {
  readonly prefixes: readonly string[];
  readonly prefix: string | null;
} {
  const entries = Object.entries((prompts ?? {}) as Fields).filter(
    (entry): entry is [string, string] => isPrefix(entry[1]),
  );
  const prefix = entries.find(([name]) => name === standard)?.[1] ?? null;
  return { prefixes: [...new Set(entries.map(([, each]) => each))], prefix };
}

function isPrefix(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '' && value.length <= MAX_PREFIX_CHARS;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}
