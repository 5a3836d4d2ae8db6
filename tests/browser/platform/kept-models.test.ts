import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { EncoderSpec } from '../../../src/core/encoders/encoder.ts';
import type { HubListing } from '../../../src/core/hub/listing.ts';
import { modelCache } from '../../../src/platform/hub/model-cache.ts';
import { KeptModels, type KeptModel } from '../../../src/platform/kept-models.ts';
import { hubPlace, modelSource } from '../../../src/platform/model-source.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = (content: Uint8Array): string => new TextDecoder().decode(content);

const listingAt = (commit: string): HubListing => ({
  id: 'owner/model',
  commit: commit.repeat(40),
  licence: 'mit',
  files: [
    { path: 'config.json', bytes: 2, hash: null },
    { path: 'model.safetensors', bytes: 6, hash: null },
  ],
});
const LISTING = listingAt('a');

const specOf = (id: string) => ({ id, name: id, revision: '1' }) as EncoderSpec;
const modelFrom = (listing: HubListing): KeptModel => ({
  spec: specOf(listing.id),
  rows: 1,
  bytes: 8,
  place: hubPlace(listing),
});

/** Downloads a model, as far as the cache is concerned. */
async function download(listing: HubListing): Promise<void> {
  const parts = modelCache.parts(listing);
  await parts.begin(listing);
  await parts.append('config.json', bytes('{}'), null);
  for (const part of ['ab', 'cd', 'ef']) {
    await parts.append('model.safetensors', bytes(part), '"1"');
  }
}

beforeEach(async () => {
  await deleteDB('parable-models');
  await caches.delete('parable-models');
});

describe('parts in the Cache API', () => {
  it('are counted, joined and forgotten file by file, by whoever opens them', async () => {
    await download(LISTING);
    const parts = modelCache.parts(LISTING);
    expect(await parts.kept('model.safetensors')).toEqual({ bytes: 6, etag: '"1"' });
    expect(textOf(await parts.read('model.safetensors'))).toBe('abcdef');
    expect(await modelCache.list()).toEqual([{ listing: LISTING, bytes: 8 }]);
    await parts.append('model.safetensors', bytes('!'), '"1"');
    expect(textOf(await modelCache.parts(LISTING).read('model.safetensors'))).toBe('abcdef!');
    await parts.clear('model.safetensors');
    expect(await parts.kept('model.safetensors')).toEqual({ bytes: 0, etag: null });
    expect((await parts.kept('config.json')).bytes).toBe(2);
    await parts.append('model.safetensors', bytes('x'), null);
    expect(textOf(await parts.read('model.safetensors'))).toBe('x');
  });

  it('are another model’s at another commit', async () => {
    await download(LISTING);
    await download(listingAt('b'));
    await modelCache.remove(LISTING);
    expect(await modelCache.list()).toEqual([{ listing: listingAt('b'), bytes: 8 }]);
  });

  it('are a source of the whole file, or say that it is missing or damaged', async () => {
    await download(LISTING);
    const source = modelSource('owner/model', hubPlace(LISTING));
    expect(textOf(await source.read('model.safetensors'))).toBe('abcdef');
    await modelCache.parts(LISTING).clear('config.json');
    await expect(source.read('config.json')).rejects.toMatchObject({ code: 'model-missing' });
    await modelCache.parts(LISTING).append('config.json', bytes('{'), null);
    await expect(source.read('config.json')).rejects.toMatchObject({
      code: 'model-corrupt',
      params: { file: 'config.json', reason: 'it has 1 bytes instead of 2' },
    });
    await expect(source.read('vocab.txt')).rejects.toMatchObject({ code: 'model-missing' });
  });

  it('are checked by hash whenever they are read', async () => {
    const hash = { of: 'git-blob', hex: '9e26dfeeb6e641a33dae4961196235bdb965b21b' } as const;
    const listing = { ...LISTING, files: [{ path: 'config.json', bytes: 2, hash }] };
    const parts = modelCache.parts(listing);
    await parts.append('config.json', bytes('{}'), null);
    const source = modelSource('owner/model', hubPlace(listing));
    expect(textOf(await source.read('config.json'))).toBe('{}');
    await parts.clear('config.json');
    await parts.append('config.json', bytes('[]'), null);
    await expect(source.read('config.json')).rejects.toMatchObject({ code: 'model-corrupt' });
  });
});

describe('kept models', () => {
  it('are one of each name, and take their downloads along', async () => {
    const kept = new KeptModels();
    await download(LISTING);
    await kept.save(modelFrom(LISTING));
    const files = new Map([['config.json', new Blob(['{}'])]]);
    await kept.save({ spec: specOf('mine'), rows: 1, bytes: 2, place: { at: 'own', files } });
    await download(listingAt('b'));
    await kept.save(modelFrom(listingAt('b')));
    const names = async () => (await new KeptModels().load()).map(({ spec }) => spec.id);
    expect(await names()).toEqual(['mine', 'owner/model']);
    expect((await modelCache.list()).map(({ listing }) => listing)).toEqual([listingAt('b')]);
    await kept.save(modelFrom(listingAt('b')));
    expect(await modelCache.list()).toHaveLength(1);
    await kept.remove(modelFrom(listingAt('b')));
    expect([await names(), await modelCache.list()]).toEqual([['mine'], []]);
  });

  it('include downloads that the second version kept, without their hashes', async () => {
    const database = await openDB('parable-models', 2, {
      upgrade: (opened) => void opened.createObjectStore('models'),
    });
    const { id, commit, files } = LISTING;
    const sizes = new Map(files.map((file) => [file.path, file.bytes]));
    const model = { spec: specOf(id), rows: 1, bytes: 8, place: { at: 'hub', id, commit, sizes } };
    await database.put('models', { schema: 2, model }, id);
    database.close();
    expect(await new KeptModels().load()).toEqual([modelFrom(LISTING)]);
  });

  it('include the one that the first version kept', async () => {
    const database = await openDB('parable-models', 1, {
      upgrade: (opened) => void opened.createObjectStore('models'),
    });
    const files = new Map([['config.json', new Blob(['{}'])]]);
    const model = { spec: specOf('mine'), rows: 3, bytes: 30, files };
    await database.put('models', { schema: 1, model }, 'own');
    database.close();
    const [found, ...more] = await new KeptModels().load();
    expect(found).toMatchObject({ spec: { id: 'mine' }, rows: 3, bytes: 30, place: { at: 'own' } });
    expect(more).toEqual([]);
    const source = modelSource('mine', found!.place);
    expect(textOf(await source.read('config.json'))).toBe('{}');
    expect(await new KeptModels().load()).toHaveLength(1);
  });
});
