import { describe, expect, it } from 'vitest';
import { fetchTexts } from '../../../../src/platform/hub/texts.ts';
import { fakeHub, fileOf, listingOf, type Manner } from './fake-hub.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const CONFIG = bytes('{"hidden_size":384}');
const POOLING = bytes('{}');
const LISTING = listingOf([
  fileOf('config.json', CONFIG),
  fileOf('1_Pooling/config.json', POOLING),
  { path: 'tokenizer_config.json', bytes: 2 ** 21 + 1, hash: null },
  fileOf('model.safetensors', bytes('weights')),
]);
const WANTED = ['config.json', '1_Pooling/config.json', 'tokenizer_config.json', 'modules.json'];

const read = (change: Readonly<Record<string, Manner>> = {}) => {
  const { hub, asked } = fakeHub({
    'config.json': { content: CONFIG },
    '1_Pooling/config.json': { content: POOLING },
    ...change,
  });
  return { asked, texts: fetchTexts(hub, LISTING, WANTED) };
};

describe('the small files of a model', () => {
  it('are read out, those that it has and that are small', async () => {
    const { asked, texts } = read();
    expect(await texts).toEqual({
      'config.json': '{"hidden_size":384}',
      '1_Pooling/config.json': '{}',
    });
    expect(asked.map(({ path }) => path)).toEqual(['config.json', '1_Pooling/config.json']);
    expect(asked[0]?.init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' });
  });

  it.each<[string, Manner]>([
    ['download-corrupt', { content: bytes('{"hidden_size":385}') }],
    ['download-corrupt', { content: bytes('{}') }],
    ['hub-refused', { content: CONFIG, status: 429 }],
    ['hub-unreachable', { content: CONFIG, breaksAfter: 3 }],
  ])('end in %s', async (code, manner) => {
    await expect(read({ 'config.json': manner }).texts).rejects.toMatchObject({ code });
  });
});
