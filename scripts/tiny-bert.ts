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

/**
 * Writes a two-layer BERT with random weights in the layout that Transformers.js loads: small
 * enough for tests to run the whole transformer path, meaningless as an encoder. Arguments: the
 * output folder and how weights are stored (`float32`, the default, or `q8`).
 */
export async function main([folder, type = 'float32']: string[]): Promise<void> {
  if (!folder || !isWeightType(type)) {
    throw new Error('Usage: tiny-bert <folder> [float32|q8]');
  }
  const tokens = vocabulary();
  const shape: BertShape = {
    vocabulary: SPECIAL.length + tokens.length,
    hidden: TINY_DIMS,
    heads: 2,
    layers: 2,
    inner: 64,
    positions: TINY_MAX_TOKENS,
  };
  await mkdir(join(folder, 'onnx'), { recursive: true });
  const files: Record<string, string | Uint8Array> = {
    'config.json': JSON.stringify(config(shape)),
    'tokenizer.json': JSON.stringify(bertTokenizer(SPECIAL, tokens, { postProcessor: frame() })),
    'tokenizer_config.json': JSON.stringify({
      tokenizer_class: 'BertTokenizer',
      do_lower_case: true,
      model_max_length: TINY_MAX_TOKENS,
      unk_token: '[UNK]',
      cls_token: '[CLS]',
      sep_token: '[SEP]',
      pad_token: '[PAD]',
      mask_token: '[MASK]',
    }),
    [type === 'q8' ? 'onnx/model_quantized.onnx' : 'onnx/model.onnx']: randomBert(shape, type, 1),
  };
  for (const [path, content] of Object.entries(files)) await writeFile(join(folder, path), content);
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
