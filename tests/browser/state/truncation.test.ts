import { expect, it } from 'vitest';
import type { EncoderSpec } from '../../../src/core/encoders/encoder.ts';
import { AppError } from '../../../src/core/errors.ts';
import type { EncoderChoice } from '../../../src/engine/embed.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { Truncation } from '../../../src/state/truncation.svelte.ts';
import { corpusOf } from '../ui/host.ts';

const choice = (id: string): EncoderChoice => ({
  spec: { id, revision: '1', dtype: 'q8', pooling: 'mean', maxTokens: 4 } as EncoderSpec,
  place: { at: 'site', folder: '' },
});
const { documents } = corpusOf({ Stories: ['One', 'Twoooo', 'Threeee'] });
const never = new AbortController().signal;

/** An encoder that leaves out whatever stands behind four characters. */
function setUp() {
  const asked: string[][] = [];
  const state = { fails: false };
  const run = async (_name: string, { texts }: { texts: string[] }): Promise<Uint32Array> => {
    if (state.fails) throw new AppError('model-missing', { encoder: 'x', file: 'tokenizer.json' });
    asked.push(texts);
    return Uint32Array.from(texts, (text) => Math.max(0, text.length - 4));
  };
  const truncation = new Truncation({ encoder: { run } } as unknown as Engine);
  return { truncation, asked, state };
}

it('counts each document once, and anew for another encoder', async () => {
  const { truncation, asked } = setUp();
  const [one] = [...documents.values()];
  await truncation.count([one!], choice('a'), never);
  expect([...truncation.of('One')!]).toEqual([0]);
  expect(truncation.sum(documents.keys())).toBeNull();
  await truncation.count(documents.values(), choice('a'), never);
  expect(asked.map(({ length }) => length)).toEqual([1, 2]);
  // "Twoooo." and "Threeee." are three and four characters too long.
  expect(truncation.sum(documents.keys())).toEqual({ documents: 2, passages: 2, tokens: 7 });
  expect(truncation.progress).toBeNull();
  await truncation.count([one!], choice('b'), never);
  expect(truncation.of('Twoooo')).toBeUndefined();
});

it('says why it cannot count, and can be asked again', async () => {
  const { truncation, state } = setUp();
  state.fails = true;
  await truncation.count(documents.values(), choice('a'), never);
  expect(truncation.failure?.code).toBe('model-missing');
  state.fails = false;
  await truncation.count(documents.values(), choice('a'), never);
  expect(truncation.failure).toBeNull();
  expect(truncation.sum(documents.keys())).not.toBeNull();
});
