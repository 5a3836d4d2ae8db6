import { describe, expect, it } from 'vitest';
import {
  tinyBert,
  TINY_DIMS,
  TINY_MAX_TOKENS,
  type TinyBertOptions,
} from '../../../../../scripts/onnx/tiny-bert-files.ts';
import { tinyStatic } from '../../../../../scripts/tiny-static.ts';
import {
  describeModel,
  filesOf,
  readPrefix,
} from '../../../../../src/core/encoders/own/describe.ts';

type Change = Readonly<Record<string, object | string | null>>;

/** Describes a model's files, some of them replaced, or missing where null. */
function described(from: ReadonlyMap<string, Uint8Array>, change: Change = {}) {
  const files = new Map(from);
  for (const [path, content] of Object.entries(change)) {
    if (content === null) files.delete(path);
    else {
      const text = typeof content === 'string' ? content : JSON.stringify(content);
      files.set(path, new TextEncoder().encode(text));
    }
  }
  const sizes = new Map(Array.from(files, ([path, { length }]) => [path, length]));
  const texts = new Map(
    Array.from(files, ([path, bytes]) => [path, new TextDecoder().decode(bytes)]),
  );
  return describeModel('a/b', sizes, texts);
}

const bert = (options: TinyBertOptions = {}, change: Change = {}) =>
  described(tinyBert(options), change);

describe('what a model is by its files', () => {
  it('is a transformer with the dimensions and the limit that they state', () => {
    const weights = tinyBert({ types: ['float32', 'q8'] });
    expect(bert({ types: ['float32', 'q8'] })).toEqual({
      kind: 'transformer',
      dims: TINY_DIMS,
      pooling: null,
      maxTokens: TINY_MAX_TOKENS,
      prefixes: [],
      prefix: null,
      weights: (['q8', 'float32'] as const).map((dtype) => {
        const path = dtype === 'q8' ? 'onnx/model_quantized.onnx' : 'onnx/model.onnx';
        return { dtype, path, bytes: weights.get(path)!.length };
      }),
    });
  });

  it.each(['mean', 'cls'] as const)('takes pooling by %s from 1_Pooling', (pooling) => {
    expect(bert({ pooling })).toMatchObject({ pooling });
  });

  it('takes the limit of sentence-transformers first, but never beyond its positions', () => {
    expect(bert({ maxTokens: 16 })).toMatchObject({ maxTokens: 16 });
    expect(bert({ maxTokens: 4096 })).toMatchObject({ maxTokens: TINY_MAX_TOKENS });
  });

  it('leaves out the two positions that RoBERTa does not count', () => {
    const config = { model_type: 'xlm-roberta', hidden_size: 8, max_position_embeddings: 514 };
    const tokenizer = { model_max_length: 1e30 };
    const change = { 'config.json': config, 'tokenizer_config.json': tokenizer };
    expect(bert({}, change)).toMatchObject({ dims: 8, maxTokens: 512 });
  });

  it('has no limit where none is stated', () => {
    const change = { 'config.json': { dim: 8 }, 'tokenizer_config.json': {} };
    expect(bert({}, change)).toMatchObject({ dims: 8, maxTokens: null });
  });

  it('names the prefixes of its prompts, and the one that it uses by default', () => {
    const prompts = { query: 'query: ', passage: 'passage: ', none: '', odd: 7 };
    expect(bert({ sentence: { prompts } })).toMatchObject({
      prefixes: ['query: ', 'passage: '],
      prefix: null,
    });
    expect(bert({ sentence: { prompts, default_prompt_name: 'passage' } })).toMatchObject({
      prefix: 'passage: ',
    });
    expect(bert({ sentence: { prompts: null, default_prompt_name: null } })).toMatchObject({
      prefixes: [],
      prefix: null,
    });
  });

  it('passes over weights in two files', () => {
    const change = { 'onnx/model.onnx_data': 'x' };
    expect(bert({ types: ['float32', 'q8'] }, change)).toMatchObject({
      weights: [{ dtype: 'q8' }],
    });
  });

  it('is static by its type, whatever else lies beside it', () => {
    expect(described(tinyStatic(1))).toEqual({ kind: 'static' });
    expect(described(tinyStatic(1), { 'onnx/model.onnx': 'x' })).toEqual({ kind: 'static' });
    expect(described(tinyStatic(1), { 'config.json': {} })).toEqual({ kind: 'static' });
    expect(bert({}, { 'model.safetensors': 'x' })).toMatchObject({ kind: 'transformer' });
  });

  it('is opened from the files of its kind', () => {
    expect(filesOf(null)).toEqual(['config.json', 'tokenizer.json', 'model.safetensors']);
    expect(filesOf({ path: 'onnx/model.onnx' })).toEqual([
      'config.json',
      'tokenizer.json',
      'tokenizer_config.json',
      'onnx/model.onnx',
    ]);
  });
});

describe('what cannot be run is refused by name', () => {
  const modules = (type: string) => [{ type: `sentence_transformers.models.${type}` }];
  it.each<[string, object, TinyBertOptions, Change]>([
    ['model-missing', { file: 'tokenizer.json' }, {}, { 'tokenizer.json': null }],
    ['model-missing', { file: 'tokenizer_config.json' }, {}, { 'tokenizer_config.json': null }],
    ['model-missing', { file: 'config.json' }, {}, { 'config.json': null }],
    ['model-missing', { file: 'onnx/model_quantized.onnx' }, { types: [] }, {}],
    [
      'model-missing',
      { file: 'onnx/model_quantized.onnx' },
      { types: [] },
      { 'model.safetensors': 'a transformer of another library' },
    ],
    ['model-corrupt', { file: 'config.json' }, {}, { 'config.json': '<html>' }],
    ['model-corrupt', { file: 'config.json' }, {}, { 'config.json': 'null' }],
    ['model-corrupt', { file: 'config.json' }, {}, { 'config.json': { model_type: 'bert' } }],
    ['model-corrupt', { file: '1_Pooling/config.json' }, {}, { '1_Pooling/config.json': '[' }],
    [
      'model-unsupported',
      { reason: 'model of type t5, which answers instead of encoding' },
      {},
      { 'config.json': { model_type: 't5', d_model: 8, is_encoder_decoder: true } },
    ],
    [
      'model-unsupported',
      { reason: 'pooling by lasttoken' },
      {},
      { '1_Pooling/config.json': { pooling_mode_lasttoken: true } },
    ],
    [
      'model-unsupported',
      { reason: 'two ways of pooling side by side' },
      {},
      {
        '1_Pooling/config.json': { pooling_mode_cls_token: true, pooling_mode_mean_tokens: true },
      },
    ],
    [
      'model-unsupported',
      { reason: 'a layer of type sentence_transformers.models.Dense behind the transformer' },
      {},
      { 'modules.json': modules('Dense') },
    ],
  ])('%s %j', (code, params, options, change) => {
    expect(() => bert(options, change)).toThrow(
      expect.objectContaining({ code, params: expect.objectContaining(params) as object }) as Error,
    );
  });
});

it('a prefix has one blank at its end, and nothing but blanks is none', () => {
  expect(['', '  ', 'query:', ' query: '].map(readPrefix)).toEqual([
    null,
    null,
    'query: ',
    'query: ',
  ]);
});
