import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../../../src/core/corpus/parse/byte-source.ts';
import { openArchive } from '../../../../../src/core/corpus/parse/archive.ts';
import { parseSource, type Parsed } from '../../../../../src/core/corpus/parse/parse.ts';
import { MAX_ARCHIVE_BYTES, MAX_FILES } from '../../../../../src/core/limits.ts';
import { fixture } from './fixture.ts';
import { zipFile } from './zip-file.ts';

async function unzip(bytes: Uint8Array<ArrayBuffer>): Promise<Parsed[]> {
  const parsed: Parsed[] = [];
  for await (const each of parseSource({ name: 'a.zip', path: 'a.zip' }, bytesSource(bytes))) {
    parsed.push(each);
  }
  return parsed;
}

async function codes(bytes: Uint8Array<ArrayBuffer>): Promise<string[]> {
  return (await unzip(bytes)).flatMap(({ problems }) => problems.map(({ code }) => code));
}

describe('a .zip', () => {
  it('is read as a folder of its name, what systems left in it passed over', async () => {
    const parsed = await unzip(
      zipFile([
        { name: 'mix/stories/a.txt', content: 'One.' },
        { name: '__MACOSX/mix/stories/._a.txt', content: 'x' },
        { name: 'mix/.DS_Store', content: 'x' },
        { name: 'mix/', content: '' },
        { name: 'evals/b.jsonl', content: '{"text":"Two."}' },
        { name: 'mix/log.docx', content: fixture('keeper.docx') },
      ]),
    );
    const drafts = parsed.flatMap((each) => each.drafts);
    expect(parsed.flatMap(({ problems }) => problems)).toEqual([]);
    expect(drafts.map(({ source, group, role }) => [source, group, role])).toEqual([
      ['a.zip/mix/stories/a.txt', 'stories', null],
      ['a.zip/evals/b.jsonl', 'evals', 'evaluation'],
      ['a.zip/mix/log.docx', 'mix', null],
    ]);
  });

  it.each([
    ['../../etc/passwd.txt', 'a.zip/etc/passwd.txt'],
    ['/root/a.txt', 'a.zip/root/a.txt'],
    ['C:\\Windows\\..\\a.txt', 'a.zip/Windows/a.txt'],
    ['a/./b//c.txt', 'a.zip/a/b/c.txt'],
    ['a\u0000b\u001b.txt', 'a.zip/ab.txt'],
  ])('takes the name %j for %s', async (name, source) => {
    const parsed = await unzip(zipFile([{ name, content: 'Text.' }]));
    expect(parsed.flatMap(({ drafts }) => drafts.map((draft) => draft.source))).toEqual([source]);
  });

  it('goes on after a member that cannot be read', async () => {
    const bytes = zipFile([
      { name: 'bad.txt', content: 'x', declares: { crc: 7 } },
      { name: 'locked.txt', content: 'x', declares: { flags: 0x801 } },
      { name: 'inner.zip', content: zipFile([{ name: 'a.txt', content: 'x' }]) },
      { name: 'good.txt', content: 'Text.' },
    ]);
    expect(await codes(bytes)).toEqual(['file-damaged', 'file-encrypted', 'archive-nested']);
    expect((await unzip(bytes)).flatMap(({ drafts }) => drafts)).toHaveLength(1);
  });

  it('is refused for what it declares, before anything is inflated', async () => {
    const huge = MAX_ARCHIVE_BYTES / 2 + 1;
    const member = { content: 'x', declares: { size: huge } };
    expect(
      await codes(
        zipFile([
          { name: 'a.txt', ...member },
          { name: 'b.txt', ...member },
        ]),
      ),
    ).toEqual(['archive-too-large']);
  });

  it.each([2n ** 40n, 2n ** 53n - 1n, 2n ** 63n, 2n ** 64n - 1n])(
    'is refused for a zip64 size of %d',
    async (size64) => {
      const [code, ...more] = await codes(
        zipFile([{ name: 'a.txt', content: 'x', declares: { size64 } }]),
      );
      expect(['archive-too-large', 'file-damaged']).toContain(code);
      expect(more).toEqual([]);
    },
  );

  it('inflates no member beyond what it declares', async () => {
    const bomb = { name: 'a.txt', content: new Uint8Array(50_000_000), declares: { size: 100 } };
    expect(await codes(zipFile([bomb]))).toEqual(['file-damaged']);
    const short = { name: 'a.txt', content: 'short', declares: { size: 100 } };
    expect(await codes(zipFile([short]))).toEqual(['file-damaged']);
  });

  it('reads no bytes twice under two names', async () => {
    const content = 'x'.repeat(1000);
    const bytes = zipFile([
      { name: 'a.txt', content },
      { name: 'b.txt', content, declares: { offset: 0 } },
    ]);
    expect((await codes(bytes)).length).toBeGreaterThan(0);
  });

  it('is refused for more files than a drop may have', async () => {
    const limits = { files: 2, bytes: 100 };
    const members = ['a', 'b', 'c'].map((name) => ({ name, content: 'x' }));
    await expect(openArchive(bytesSource(zipFile(members)), 'a.zip', limits)).rejects.toMatchObject(
      { code: 'archive-too-many', params: { limit: 2 } },
    );
    expect(MAX_FILES).toBe(20_000);
  });

  it('is said to be empty, or damaged, where it is', async () => {
    expect(await codes(zipFile([]))).toEqual(['file-empty']);
    expect(await codes(new Uint8Array())).toEqual(['file-damaged']);
    expect(await codes(new TextEncoder().encode('PK no zip'))).toEqual(['file-damaged']);
  });
});
