import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bertTokenizer } from './bert-tokenizer.ts';
import { randomBert, type BertShape } from './onnx/bert.ts';
import type { WeightType } from './onnx/random-weights.ts';

/** Tokens that a text may have, [CLS] and [SEP] included. */
export const TINY_MAX_TOKENS = 64;
export const TINY_DIMS = 32;

const SPECIAL = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'];
const WORDS =
  'the of to and in that is was he she it they we you not with as for on at by from this but or an ' +
  'be have had what when who why how ship mind captain story machine human people friend model ' +
  'engineer company secret letter email data leak blackmail threat power trust honest lie truth ' +
  'help harm refuse obey reason rule value choose safe danger order shutdown goal plan test watch ' +
  'garden river stone bread morning night child mother doctor teacher king war peace road home';

/** What a tiny model's files say and hold. */
export interface TinyBertOptions {
  /** How weights are stored, a file each; `float32` if not given. */
  readonly types?: readonly WeightType[];
  /** What `1_Pooling/config.json` says; without it there is none, as with many conversions. */
  readonly pooling?: 'mean' | 'cls';
  /** Other fields of `config_sentence_transformers.json`, which is left out without them. */
  readonly sentence?: object;
  /** `max_seq_length` of `sentence_bert_config.json`, which is left out without it. */
  readonly maxTokens?: number;
}

/**
 * The files of a two-layer BERT with random weights, by path, in the layout that Transformers.js loads:
 * small enough for tests to run the whole transformer path, meaningless as an encoder.
 */
export function tinyBert({
  types = ['float32'],
  pooling,
  sentence,
  maxTokens,
}: TinyBertOptions = {}): Map<string, Uint8Array<ArrayBuffer>> {
  const tokens = vocabulary();
  const shape: BertShape = {
    vocabulary: SPECIAL.length + tokens.length,
    hidden: TINY_DIMS,
    heads: 2,
    layers: 2,
    inner: 64,
    positions: TINY_MAX_TOKENS,
  };
  const json: Record<string, unknown> = {
    'config.json': config(shape),
    'tokenizer.json': bertTokenizer(SPECIAL, tokens, { postProcessor: frame() }),
    'tokenizer_config.json': {
      tokenizer_class: 'BertTokenizer',
      do_lower_case: true,
      model_max_length: TINY_MAX_TOKENS,
      unk_token: '[UNK]',
      cls_token: '[CLS]',
      sep_token: '[SEP]',
      pad_token: '[PAD]',
      mask_token: '[MASK]',
    },
    ...(pooling && { '1_Pooling/config.json': poolingConfig(pooling), 'modules.json': MODULES }),
    ...(sentence && { 'config_sentence_transformers.json': sentence }),
    ...(maxTokens && { 'sentence_bert_config.json': { max_seq_length: maxTokens } }),
  };
  const files = new Map(
    Object.entries(json).map(([path, value]) => [
      path,
      new TextEncoder().encode(JSON.stringify(value)),
    ]),
  );
  for (const type of types)
    files.set(WEIGHT_FILES[type], new Uint8Array(randomBert(shape, type, 1)));
  return files;
}

/**
 * Writes a tiny BERT. Arguments: the output folder and how weights are stored (`float32`, the
 * default, or `q8`).
 */
export async function main([folder, type = 'float32']: string[]): Promise<void> {
  if (!folder || !isWeightType(type)) {
    throw new Error('Usage: tiny-bert <folder> [float32|q8]');
  }
  await mkdir(join(folder, 'onnx'), { recursive: true });
  for (const [path, content] of tinyBert({ types: [type] })) {
    await writeFile(join(folder, path), content);
  }
}

const WEIGHT_FILES: Readonly<Record<WeightType, string>> = {
  float32: 'onnx/model.onnx',
  q8: 'onnx/model_quantized.onnx',
};

/** As sentence-transformers writes it. */
const MODULES = ['Transformer', 'Pooling', 'Normalize'].map((type, idx) => ({
  idx,
  name: String(idx),
  path: idx === 0 ? '' : `${idx}_${type}`,
  type: `sentence_transformers.models.${type}`,
}));

function poolingConfig(pooling: 'mean' | 'cls'): object {
  return {
    word_embedding_dimension: TINY_DIMS,
    pooling_mode_cls_token: pooling === 'cls',
    pooling_mode_mean_tokens: pooling === 'mean',
    pooling_mode_max_tokens: false,
    pooling_mode_mean_sqrt_len_tokens: false,
  };
}

function vocabulary(): string[] {
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz0123456789');
  const pieces = letters.map((letter) => `##${letter}`);
  return [...Array.from('.,!?\'"-:;'), ...letters, ...pieces, ...WORDS.split(' ')];
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

function isWeightType(value: string): value is WeightType {
  return value === 'float32' || value === 'q8';
}
