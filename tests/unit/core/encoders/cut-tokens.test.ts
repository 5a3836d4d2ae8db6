import { expect, it } from 'vitest';
import { tinyBert, TINY_DIMS } from '../../../../scripts/onnx/tiny-bert-files.ts';
import { tinyStatic, TINY_STATIC_DIMS } from '../../../../scripts/tiny-static.ts';
import { openCutCounter } from '../../../../src/core/encoders/cut-tokens.ts';
import type { EncoderSpec } from '../../../../src/core/encoders/encoder.ts';
import { filesModelSource } from '../../../../src/core/encoders/files-model-source.ts';
import { loadEncoder } from '../../../../src/core/encoders/load.ts';

const BERT: EncoderSpec = {
  id: 'tiny',
  revision: '1',
  kind: 'transformer',
  name: 'Tiny',
  dims: TINY_DIMS,
  dtype: 'float32',
  pooling: 'mean',
  maxTokens: 16,
  prefix: 'the letter: ',
  licence: 'none',
};
const { prefix: _, ...PLAIN } = BERT;
const STATIC: EncoderSpec = { ...PLAIN, kind: 'static', dims: TINY_STATIC_DIMS, maxTokens: 10 };

const owned = (files: ReadonlyMap<string, Uint8Array>) =>
  new Map(Array.from(files, ([path, bytes]) => [path, Uint8Array.from(bytes)]));
const ships = (count: number): string => Array(count).fill('ship').join(' ');
const TEXTS = ['', '中文', 'ship', ships(11), ships(12), ships(14), ships(15), ships(500)];

it.each([
  ['a transformer', PLAIN, owned(tinyBert()), [0, 0, 0, 0, 0, 0, 1, 486]],
  // [CLS] the letter : … [SEP]
  ['a transformer with a prefix', BERT, owned(tinyBert()), [0, 0, 0, 0, 1, 3, 4, 489]],
] as const)(
  'what %s leaves out is counted without its weights',
  async (_name, spec, files, cut) => {
    const weightless = new Map(files);
    weightless.delete('onnx/model.onnx');
    const count = await openCutCounter(spec, filesModelSource('tiny', weightless));
    expect([...count(TEXTS)]).toEqual(cut);
    const encoder = await loadEncoder(spec, filesModelSource('tiny', files));
    expect([...(await encoder.embed(TEXTS)).truncated]).toEqual(cut);
  },
);

it('a static model with a limit counts the tokens that it knows', async () => {
  const files = owned(tinyStatic(1));
  const count = await openCutCounter(STATIC, filesModelSource('tiny', files));
  const encoder = await loadEncoder(STATIC, filesModelSource('tiny', files));
  const { truncated } = await encoder.embed(TEXTS);
  expect(count(TEXTS)).toEqual(truncated);
  expect(count([ships(3)])[0]).toBe(3 * 'ship '.length - 1 - 10);
});

it('an encoder without a limit leaves out nothing, and is not even looked at', async () => {
  const count = await openCutCounter(
    { ...PLAIN, maxTokens: null },
    filesModelSource('tiny', new Map()),
  );
  expect(count(TEXTS)).toEqual(new Uint32Array(TEXTS.length));
});

it('says which file is missing', async () => {
  const files = owned(tinyBert());
  files.delete('tokenizer.json');
  await expect(openCutCounter(PLAIN, filesModelSource('tiny', files))).rejects.toMatchObject({
    code: 'model-missing',
    params: { file: 'tokenizer.json' },
  });
});
