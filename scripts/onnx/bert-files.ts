import { bertTokenizer } from '../bert-tokenizer.ts';
import { randomBert, type BertShape } from './bert.ts';
import type { WeightType } from './random-weights.ts';

const SPECIAL = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'];

const FILES = { float32: 'onnx/model.onnx', q8: 'onnx/model_quantized.onnx' } as const;

/** What a model's files say and hold besides its weights. */
export interface BertCard {
  /** What `1_Pooling/config.json` says; without it there is none, as with many conversions. */
  readonly pooling?: 'mean' | 'cls';
  /** Other fields of `config_sentence_transformers.json`, which is left out without them. */
  readonly sentence?: object;
  /** `max_seq_length` of `sentence_bert_config.json`, which is left out without it. */
  readonly maxTokens?: number;
}

/**
 * The files of a BERT with random weights and its tokenizer, by path, in the layout that
 * Transformers.js loads. Weights stored in another way are those of the same seed.
 *
 * @param tokens the vocabulary after the special tokens
 */
export function bertFiles(
  shape: Omit<BertShape, 'vocabulary'>,
  tokens: readonly string[],
  types: readonly WeightType[],
  { pooling, sentence, maxTokens }: BertCard = {},
): Map<string, Uint8Array<ArrayBuffer>> {
  const whole: BertShape = { ...shape, vocabulary: SPECIAL.length + tokens.length };
  const json: Record<string, unknown> = {
    'config.json': config(whole),
    'tokenizer.json': bertTokenizer(SPECIAL, tokens, { postProcessor: frame() }),
    'tokenizer_config.json': {
      tokenizer_class: 'BertTokenizer',
      do_lower_case: true,
      model_max_length: shape.positions,
      unk_token: '[UNK]',
      cls_token: '[CLS]',
      sep_token: '[SEP]',
      pad_token: '[PAD]',
      mask_token: '[MASK]',
    },
    ...(pooling && {
      '1_Pooling/config.json': poolingConfig(pooling, shape.hidden),
      'modules.json': MODULES,
    }),
    ...(sentence && { 'config_sentence_transformers.json': sentence }),
    ...(maxTokens && { 'sentence_bert_config.json': { max_seq_length: maxTokens } }),
  };
  const files = new Map(
    Object.entries(json).map(([path, value]) => [
      path,
      new TextEncoder().encode(JSON.stringify(value)),
    ]),
  );
  for (const type of types) files.set(FILES[type], new Uint8Array(randomBert(whole, type, 1)));
  return files;
}

/** As sentence-transformers writes it. */
const MODULES = ['Transformer', 'Pooling', 'Normalize'].map((type, idx) => ({
  idx,
  name: String(idx),
  path: idx === 0 ? '' : `${idx}_${type}`,
  type: `sentence_transformers.models.${type}`,
}));

function poolingConfig(pooling: 'mean' | 'cls', dims: number): object {
  return {
    word_embedding_dimension: dims,
    pooling_mode_cls_token: pooling === 'cls',
    pooling_mode_mean_tokens: pooling === 'mean',
    pooling_mode_max_tokens: false,
    pooling_mode_mean_sqrt_len_tokens: false,
  };
}

function config(shape: BertShape): object {
  return {
    architectures: ['BertModel'],
    model_type: 'bert',
    vocab_size: shape.vocabulary,
    hidden_size: shape.hidden,
    num_attention_heads: shape.heads,
    num_hidden_layers: shape.layers,
    intermediate_size: shape.inner,
    max_position_embeddings: shape.positions,
    type_vocab_size: 2,
    hidden_act: 'gelu',
  };
}

/** Frames a text with [CLS] and [SEP]. */
function frame(): object {
  const special = (id: string, type_id = 0) => ({ SpecialToken: { id, type_id } });
  const text = (id: string, type_id = 0) => ({ Sequence: { id, type_id } });
  return {
    type: 'TemplateProcessing',
    single: [special('[CLS]'), text('A'), special('[SEP]')],
    pair: [special('[CLS]'), text('A'), special('[SEP]'), text('B', 1), special('[SEP]', 1)],
    special_tokens: Object.fromEntries(
      ['[CLS]', '[SEP]'].map((id) => [id, { id, ids: [SPECIAL.indexOf(id)], tokens: [id] }]),
    ),
  };
}
