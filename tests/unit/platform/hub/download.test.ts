import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../src/core/errors.ts';
import { DOWNLOAD_PART } from '../../../../src/core/limits.ts';
import { downloadModel } from '../../../../src/platform/hub/download.ts';
import { fakeHub, fileOf, listingOf, MemoryParts, someBytes, type Manner } from './fake-hub.ts';

const SMALL = someBytes(1000, 1);
const LARGE = someBytes(3 * DOWNLOAD_PART + 12_345, 2);
const LISTING = listingOf([fileOf('config.json', SMALL), fileOf('model.safetensors', LARGE)]);
const TOTAL = SMALL.length + LARGE.length;

/** A download of both files, the large one being treated as `manner` says. */
function setUp(manner: Partial<Manner> = {}, listing = LISTING) {
  const large: Manner = { content: LARGE, ...manner };
  const { hub, asked } = fakeHub({ 'config.json': { content: SMALL }, 'model.safetensors': large });
  const parts = new MemoryParts();
  const told: number[] = [];
  const report = (done: number): void => void told.push(done);
  const run = () =>
    downloadModel({ hub, listing, parts, report }).then(
      () => 'done',
      (thrown: unknown) => AppError.from(thrown).toRecord(),
    );
  return { run, parts, asked, told, large };
}

/** Comparing megabytes is no work for `toEqual`. */
const holds = async (parts: MemoryParts, file: string, content: Uint8Array): Promise<boolean> =>
  Buffer.compare(await parts.read(file), content) === 0;

const interrupted = (bytes: number) =>
  expect.objectContaining({
    code: 'download-interrupted',
    params: { encoder: 'owner/model', bytes, total: TOTAL },
  }) as unknown;

describe('a download', () => {
  it('fetches each file once, without credentials or a referrer, and tells how far it is', async () => {
    const { run, parts, asked, told } = setUp();
    expect(await run()).toBe('done');
    expect(asked.map(({ path, range }) => [path, range])).toEqual([
      ['config.json', null],
      ['model.safetensors', null],
    ]);
    for (const { init } of asked) {
      expect(init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' });
    }
    expect(await holds(parts, 'model.safetensors', LARGE)).toBe(true);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(TOTAL);
  });

  it('fetches nothing that is here already', async () => {
    const { run, asked, told } = setUp();
    await run();
    asked.length = 0;
    expect(await run()).toBe('done');
    expect(asked).toEqual([]);
    expect(told.at(-1)).toBe(TOTAL);
  });

  it('keeps an empty file without asking for it', async () => {
    const { run, asked } = setUp({}, listingOf([fileOf('config.json', new Uint8Array())]));
    expect(await run()).toBe('done');
    expect(asked).toEqual([]);
  });
});

describe('a download that breaks off', () => {
  it.each([false, true])('goes on where it stopped (quietly: %s)', async (quietly) => {
    const stop = 2 * DOWNLOAD_PART + 5;
    const { run, parts, asked, large } = setUp({ breaksAfter: stop, quietly, etag: '"1"' });
    expect(await run()).toEqual(interrupted(SMALL.length + stop));
    expect((await parts.kept('model.safetensors')).bytes).toBe(stop);
    delete large.breaksAfter;
    asked.length = 0;
    expect(await run()).toBe('done');
    expect(asked.map(({ range }) => range)).toEqual([`bytes=${stop}-`]);
    expect(await holds(parts, 'model.safetensors', LARGE)).toBe(true);
  });

  it('goes on as well where the origin hides all headers', async () => {
    const { run, parts, asked, large } = setUp({ breaksAfter: 99_999, hides: true });
    await run();
    delete large.breaksAfter;
    expect(await run()).toBe('done');
    expect(asked.at(-1)?.range).toBe('bytes=99999-');
    expect(await holds(parts, 'model.safetensors', LARGE)).toBe(true);
  });

  it('starts over if the server cannot go on', async () => {
    const { run, parts, asked, large } = setUp({ breaksAfter: 99_999, deaf: true });
    await run();
    delete large.breaksAfter;
    expect(await run()).toBe('done');
    expect(asked.map(({ range }) => range)).toEqual([null, null, 'bytes=99999-']);
    expect(await holds(parts, 'model.safetensors', LARGE)).toBe(true);
  });

  it('starts over if the server has another file by now', async () => {
    const { run, parts, asked, large } = setUp({ breaksAfter: 99_999, etag: '"1"' });
    await run();
    delete large.breaksAfter;
    large.etag = '"2"';
    expect(await run()).toBe('done');
    expect(asked.slice(2).map(({ range }) => range)).toEqual(['bytes=99999-', null]);
    expect(await parts.kept('model.safetensors')).toEqual({ bytes: LARGE.length, etag: '"2"' });
  });

  it('starts over if more is kept than the file has', async () => {
    const { run, parts, asked } = setUp();
    await parts.append('config.json', someBytes(2000), null);
    expect(await run()).toBe('done');
    expect(asked[0]).toMatchObject({ path: 'config.json', range: null });
    expect(await holds(parts, 'config.json', SMALL)).toBe(true);
  });

  it('tells what is here if there is no answer at all', async () => {
    const { parts, told } = setUp();
    const fetch = () => Promise.reject(new TypeError('offline'));
    const hub = { base: 'https://hub.example', fetch };
    const report = (done: number): void => void told.push(done);
    await expect(downloadModel({ hub, listing: LISTING, parts, report })).rejects.toMatchObject({
      code: 'download-interrupted',
      params: { bytes: 0, total: TOTAL },
    });
  });
});

describe('a download that is not what it should be', () => {
  const wrong = LARGE.with(5, (LARGE[5] ?? 0) ^ 1);
  it.each([
    ['has other content', wrong, 'its content is not what the hub says'],
    ['is too long', someBytes(LARGE.length + 1), `it has more than ${LARGE.length} bytes`],
  ])('is thrown away if it %s', async (_, content, reason) => {
    const { run, parts } = setUp({ content });
    expect(await run()).toMatchObject({
      code: 'download-corrupt',
      params: { file: 'model.safetensors', reason },
    });
    expect((await parts.kept('model.safetensors')).bytes).toBe(0);
    expect((await parts.kept('config.json')).bytes).toBe(SMALL.length);
  });

  it('is found to be by Git’s hash of a blob, too', async () => {
    const hello = new TextEncoder().encode('hello\n');
    // printf 'hello\n' | git hash-object --stdin
    const hash = { of: 'git-blob', hex: 'ce013625030ba8dba906f756967f9e9ca394464a' } as const;
    const listing = listingOf([{ path: 'model.safetensors', bytes: 6, hash }]);
    expect(await setUp({ content: hello }, listing).run()).toBe('done');
    const other = new TextEncoder().encode('hellO\n');
    expect(await setUp({ content: other }, listing).run()).toMatchObject({
      code: 'download-corrupt',
    });
  });

  it('is checked by its size alone where the hub tells no hash', async () => {
    const listing = listingOf([{ path: 'model.safetensors', bytes: LARGE.length, hash: null }]);
    expect(await setUp({ content: wrong }, listing).run()).toBe('done');
  });
});

describe('a download that cannot be had or kept', () => {
  it.each([
    [404, 'hub-file-missing'],
    [403, 'hub-refused'],
    [429, 'hub-refused'],
    [503, 'hub-refused'],
  ])('says so: status %i is %s', async (status, code) => {
    const { run, parts } = setUp({ status });
    expect(await run()).toMatchObject({ code });
    expect((await parts.kept('config.json')).bytes).toBe(SMALL.length);
  });

  it('keeps what there is room for, and goes on when there is more', async () => {
    const { run, parts } = setUp();
    parts.room = SMALL.length + 2 * DOWNLOAD_PART + 300_000;
    expect(await run()).toMatchObject({ code: 'download-no-room', params: { total: TOTAL } });
    expect((await parts.kept('model.safetensors')).bytes).toBeGreaterThan(2 * DOWNLOAD_PART);
    parts.room = Infinity;
    expect(await run()).toBe('done');
    expect(await holds(parts, 'model.safetensors', LARGE)).toBe(true);
  });
});
