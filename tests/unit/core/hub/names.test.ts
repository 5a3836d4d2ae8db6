import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isCommit,
  isModelFile,
  isModelId,
  isRevision,
  modelIdIn,
} from '../../../../src/core/hub/names.ts';
import { VETTED_MODELS } from '../../../../src/core/hub/vetted.ts';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';

/** What must lead nowhere, as an id, a revision or a file. */
const HOSTILE = [
  '',
  '.',
  '..',
  '/',
  'a/../b',
  '../a/b',
  'a/..',
  'a//b',
  'a/b/c',
  'a/b?x=1',
  'a/b#x',
  'a/b@c',
  'a\\b',
  'a/b\n',
  ' a/b',
  'a/%2e%2e',
  'https://evil.example/a',
  '//evil.example/a',
  'a/b/../../..',
  'ä/ö',
  'a/.git',
  'a/b.',
  '-a/b',
  'a/b--c',
  `${'a'.repeat(97)}/b`,
];

describe('a model’s id', () => {
  it.each(['minishlab/potion-base-8M', 'a/b', 'Xenova/bge-small-en-v1.5', 'o_o/_x1', 'a/1'])(
    'may be %s',
    (id) => expect(isModelId(id)).toBe(true),
  );
  it.each([...HOSTILE, 'gpt2', null, 7, {}, ['a/b']])('may not be %j', (id) =>
    expect(isModelId(id)).toBe(false),
  );
  it('of the models that were looked at is one', () => {
    expect(VETTED_MODELS.filter(({ id }) => !isModelId(id))).toEqual([]);
  });
});

describe('a revision', () => {
  it('is the main branch or a commit', () => {
    expect([isRevision('main'), isRevision(COMMIT), isCommit(COMMIT)]).toEqual([true, true, true]);
    expect(isCommit('main')).toBe(false);
  });
  it.each([...HOSTILE, 'dev', 'refs/pr/1', COMMIT.slice(1), `${COMMIT}0`, COMMIT.toUpperCase()])(
    'is not %j',
    (revision) => expect(isRevision(revision)).toBe(false),
  );
});

describe('a model’s file', () => {
  it.each([
    'config.json',
    'model.safetensors',
    'onnx/model_quantized.onnx',
    'onnx/model.onnx_data',
    '1_Pooling/config.json',
    'vocab.txt',
  ])('may be %s', (file) => expect(isModelFile(file)).toBe(true));
  it.each([...HOSTILE, 'a/config.json', 'onnx/../x.json', '.json', 'model.py', 'onnx/onnx/a.onnx'])(
    'may not be %j',
    (file) => expect(isModelFile(file)).toBe(false),
  );
});

it('no name that passes leads out of its place in an address', () => {
  const parts = fc.constantFrom(
    'a',
    'B',
    '9',
    '.',
    '..',
    '-',
    '_',
    '/',
    '%2e',
    '?',
    '#',
    ':',
    '@',
    ' ',
  );
  const name = fc.array(parts, { maxLength: 12 }).map((list) => list.join(''));
  fc.assert(
    fc.property(name, name, (id, file) => {
      const path = `${file}.json`;
      if (!isModelId(id) || !isModelFile(path)) return;
      const url = new URL(`https://hub.example/${id}/resolve/main/${path}`);
      expect(url.href).toBe(`https://hub.example/${id}/resolve/main/${path}`);
    }),
    { numRuns: 5000 },
  );
});

describe('what a reader types', () => {
  it.each([
    [' minishlab/potion-base-8M ', 'minishlab/potion-base-8M'],
    ['https://huggingface.co/minishlab/potion-base-8M', 'minishlab/potion-base-8M'],
    ['https://huggingface.co/minishlab/potion-base-8M/tree/main', 'minishlab/potion-base-8M'],
    ['potion', null],
    ['https://huggingface.co/', null],
    ['javascript:alert(1)', null],
  ])('%j means %j', (typed, id) => expect(modelIdIn(typed)).toBe(id));
});
