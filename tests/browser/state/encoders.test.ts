import { beforeEach, describe, expect, it } from 'vitest';
import type { EncoderSpec } from '../../../src/core/encoders/encoder.ts';
import { AppError } from '../../../src/core/errors.ts';
import type { EncoderChoice } from '../../../src/engine/embed.ts';
import type { KeptModel, KeptModels } from '../../../src/platform/kept-models.ts';
import { Encoders } from '../../../src/state/encoders.svelte.ts';
import { Notices } from '../../../src/state/notices.svelte.ts';

const specOf = (id: string) =>
  ({ id, name: id, revision: '1', dtype: 'int8', pooling: 'mean', dims: 2 }) as EncoderSpec;
const onSite = (id: string): EncoderChoice => ({
  spec: specOf(id),
  place: { at: 'site', folder: '' },
});
const modelOf = (id: string): KeptModel => ({
  spec: specOf(id),
  rows: 3,
  bytes: 30,
  place: { at: 'own', files: new Map() },
});
const OWN = modelOf('mine');
const STANDARD = onSite('standard');

beforeEach(() => localStorage.removeItem('parable-encoder'));

/** A page whose space refuses certain encoders, and a store that lives as long as the test. */
function setUp(stored: { models: KeptModel[] } = { models: [] }) {
  const entered: string[] = [];
  const refuses = new Set<string>();
  const notices = new Notices();
  const full = { is: false };
  const store = {
    load: async () => stored.models,
    save: async (model: KeptModel) => {
      if (full.is) throw new AppError('storage-full', {});
      stored.models = [...stored.models.filter(({ spec }) => spec.id !== model.spec.id), model];
    },
    remove: async ({ spec }: KeptModel) => {
      stored.models = stored.models.filter(({ spec: { id } }) => id !== spec.id);
    },
  } as unknown as KeptModels;
  const encoders = new Encoders(notices, store, async ({ spec }) => {
    if (refuses.has(spec.id)) {
      throw new AppError('model-missing', { encoder: spec.id, file: 'model.safetensors' });
    }
    entered.push(spec.id);
  });
  const kinds = () => notices.list.map(({ kind }) => kind);
  return { encoders, entered, refuses, kinds, full, stored };
}

describe('the encoder of a visit', () => {
  it('is the site’s default at first', async () => {
    const { encoders, entered, kinds } = setUp();
    await encoders.open(STANDARD, [onSite('other')]);
    expect(entered).toEqual(['standard']);
    expect(encoders.current?.spec.id).toBe('standard');
    expect(kinds()).toEqual([]);
  });

  it('is the one that was chosen in the visit before', async () => {
    const stored = { models: [] };
    const first = setUp(stored);
    await first.encoders.open(STANDARD, []);
    await first.encoders.adopt(OWN);
    expect(first.kinds()).toEqual(['encoder-changed']);
    const second = setUp(stored);
    await second.encoders.open(STANDARD, []);
    expect(second.entered).toEqual(['mine']);
    expect([second.encoders.kept[0]?.stored, second.kinds()]).toEqual([true, []]);

    await second.encoders.use(STANDARD);
    const third = setUp(stored);
    await third.encoders.open(STANDARD, []);
    expect(third.entered).toEqual(['standard']);
  });

  it('is the default, with a word about it, if that one is gone or fails', async () => {
    const stored: { models: KeptModel[] } = { models: [] };
    const first = setUp(stored);
    await first.encoders.open(STANDARD, []);
    await first.encoders.adopt(OWN);

    const failing = setUp(stored);
    failing.refuses.add('mine');
    await failing.encoders.open(STANDARD, []);
    expect([failing.entered, failing.kinds()]).toEqual([['standard'], ['error']]);

    stored.models = [];
    const gone = setUp(stored);
    await gone.encoders.open(STANDARD, []);
    expect([gone.entered, gone.kinds()]).toEqual([['standard'], ['encoder-gone']]);
    const later = setUp(stored);
    await later.encoders.open(STANDARD, []);
    expect(later.kinds()).toEqual([]);
  });
});

describe('changing the encoder', () => {
  it('leaves the old one in use if the new one fails', async () => {
    const { encoders, refuses, kinds } = setUp();
    await encoders.open(STANDARD, [onSite('other')]);
    refuses.add('other');
    expect(await encoders.use(encoders.offered[1]!)).toBe(false);
    expect(encoders.current).toBe(STANDARD);
    expect([encoders.next, kinds()]).toEqual([null, ['error']]);
  });

  it('does one change at a time', async () => {
    const { encoders, entered } = setUp();
    await encoders.open(STANDARD, [onSite('other'), onSite('third')]);
    const changes = [encoders.use(encoders.offered[1]!), encoders.use(encoders.offered[2]!)];
    expect(await Promise.all(changes)).toEqual([true, false]);
    expect(entered).toEqual(['standard', 'other']);
  });

  it('serves a model that cannot be kept, and says so', async () => {
    const { encoders, full, kinds } = setUp();
    await encoders.open(STANDARD, []);
    full.is = true;
    await encoders.adopt(OWN);
    expect([encoders.current?.spec.id, encoders.kept[0]?.stored]).toEqual(['mine', false]);
    expect(kinds()).toEqual(['error', 'encoder-changed']);
  });

  it('goes back to the default when the model in use is removed', async () => {
    const { encoders, entered, stored } = setUp();
    await encoders.open(STANDARD, []);
    await encoders.adopt(OWN);
    await encoders.remove(encoders.kept[0]!);
    expect(entered).toEqual(['standard', 'mine', 'standard']);
    expect([encoders.kept, stored.models]).toEqual([[], []]);
  });

  it('keeps several models, one of each name', async () => {
    const { encoders, stored } = setUp();
    await encoders.open(STANDARD, []);
    await encoders.adopt(OWN);
    await encoders.keep(modelOf('other'));
    const renewed = { ...OWN, bytes: 40 };
    await encoders.keep(renewed);
    expect(encoders.kept.map(({ spec, bytes }) => [spec.id, bytes])).toEqual([
      ['other', 30],
      ['mine', 40],
    ]);
    expect(stored.models).toHaveLength(2);
    await encoders.remove(encoders.kept[0]!);
    expect(stored.models).toEqual([renewed]);
  });
});
