import { describe, expect, test } from 'vitest';
import { findModels } from '../../../../src/core/encoders/model-folders.ts';

function found(...paths: string[]) {
  const { models, rest } = findModels(paths.map((path) => ({ path })));
  return {
    models: models.map(({ name, files }) => [name, ...files.keys()]),
    rest: rest.map(({ path }) => path),
  };
}

describe('among dropped files', () => {
  test('a folder with weights is a model, with what goes along with them', () => {
    expect(
      found(
        'potion/README.md',
        'potion/config.json',
        'potion/model.safetensors',
        'potion/onnx/model.onnx',
        'potion/tokenizer.json',
      ),
    ).toEqual({
      models: [
        [
          'potion',
          'README.md',
          'config.json',
          'model.safetensors',
          'onnx/model.onnx',
          'tokenizer.json',
        ],
      ],
      rest: [],
    });
  });

  test('documents stay documents, in the model’s folder too', () => {
    expect(found('all/model.safetensors', 'all/data/a.jsonl', 'all/b.txt', 'c.md')).toEqual({
      models: [['all', 'model.safetensors']],
      rest: ['all/data/a.jsonl', 'all/b.txt', 'c.md'],
    });
    expect(found('a/config.json', 'a/README.md', 'b.txt')).toEqual({
      models: [],
      rest: ['a/config.json', 'a/README.md', 'b.txt'],
    });
  });

  test('files without a folder are a model named after the weights', () => {
    expect(found('config.json', 'model.safetensors', 'tokenizer.json', 'notes.txt')).toEqual({
      models: [['model.safetensors', 'config.json', 'model.safetensors', 'tokenizer.json']],
      rest: ['notes.txt'],
    });
  });

  test('each model has its own files', () => {
    expect(
      found(
        'in/a/config.json',
        'in/a/model.safetensors',
        'in/a/b/model.safetensors',
        'in/a/b/x.json',
      ),
    ).toEqual({
      models: [
        ['a', 'config.json', 'model.safetensors'],
        ['b', 'model.safetensors', 'x.json'],
      ],
      rest: [],
    });
  });

  test('a transformer’s folder is known by the weights below onnx/, and has them once', () => {
    expect(
      found(
        'bge/config.json',
        'bge/onnx/model.onnx',
        'bge/onnx/model_quantized.onnx',
        'bge/1_Pooling/config.json',
        'bge/model.safetensors',
        'notes.txt',
      ),
    ).toEqual({
      models: [
        [
          'bge',
          'config.json',
          'onnx/model.onnx',
          'onnx/model_quantized.onnx',
          '1_Pooling/config.json',
          'model.safetensors',
        ],
      ],
      rest: ['notes.txt'],
    });
  });

  test('weights that lie on top are found where Transformers.js looks for them', () => {
    expect(found('model_quantized.onnx', 'config.json', 'tokenizer.json')).toEqual({
      models: [
        ['model_quantized.onnx', 'onnx/model_quantized.onnx', 'config.json', 'tokenizer.json'],
      ],
      rest: [],
    });
    expect(found('other.onnx', 'config.json').models).toEqual([]);
  });
});
