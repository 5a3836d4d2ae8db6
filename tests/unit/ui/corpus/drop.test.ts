import { describe, expect, it } from 'vitest';
import { MAX_FILES } from '../../../../src/core/limits.ts';
import { filesOf } from '../../../../src/ui/corpus/drop.ts';

type Tree = { readonly [name: string]: Tree | string | Error };

/** An entry as browsers give it: folders in portions of 100, the last one empty. */
function entry(name: string, content: Tree[string], fullPath = `/${name}`): FileSystemEntry {
  if (typeof content === 'string' || content instanceof Error) {
    const file = (resolve: (file: File) => void, reject: (error: Error) => void): void =>
      content instanceof Error ? reject(content) : resolve(new File([content], name));
    return { name, fullPath, isFile: true, file } as unknown as FileSystemEntry;
  }
  const createReader = (): unknown => {
    const children = Object.entries(content).map(([child, inside]) =>
      entry(child, inside, `${fullPath}/${child}`),
    );
    return {
      readEntries: (resolve: (portion: FileSystemEntry[]) => void) =>
        resolve(children.splice(0, 100)),
    };
  };
  return { name, fullPath, isFile: false, createReader } as unknown as FileSystemEntry;
}

/** A transfer that, like a browser's, is empty after the first wait. */
function transfer(dropped: Tree): DataTransfer {
  const items = Object.entries(dropped).map(([name, content]) => ({
    kind: 'file',
    webkitGetAsEntry: () => entry(name, content),
    getAsFile: () => null,
  }));
  queueMicrotask(() => items.splice(0));
  return { items } as unknown as DataTransfer;
}

const paths = async (dropped: Tree): Promise<string[]> =>
  (await filesOf(transfer(dropped))).files.map(({ path }) => path);

describe('filesOf', () => {
  it('finds the files of nested folders, in the order that people count in', async () => {
    const own = { 'b.md': 'b', stories: { 'k10.md': '', 'k9.md': '', deep: { 'a.txt': '' } } };
    expect(await paths({ own, 'z.csv': '', 'a.csv': '' })).toEqual([
      'a.csv',
      'own/b.md',
      'own/stories/deep/a.txt',
      'own/stories/k9.md',
      'own/stories/k10.md',
      'z.csv',
    ]);
  });

  it('reads a folder to its end, portion by portion', async () => {
    const many = Object.fromEntries(Array.from({ length: 250 }, (_, i) => [`${i}.txt`, 'x']));
    expect(await paths({ many })).toHaveLength(250);
  });

  it('asks for the files of a portion all at once', async () => {
    const asked: (() => void)[] = [];
    const child = (name: string): FileSystemEntry => {
      const file = (resolve: (file: File) => void): void => {
        asked.push(() => resolve(new File(['x'], name)));
        // None is answered before all of them are asked for.
        if (asked.length === 3) for (const answer of asked) answer();
      };
      return { name, fullPath: `/own/${name}`, isFile: true, file } as unknown as FileSystemEntry;
    };
    const children = ['a.md', 'b.md', 'c.md'].map(child);
    const dropped = transfer({ own: {} });
    const own = entry('own', {});
    const readEntries = (resolve: (portion: FileSystemEntry[]) => void): void =>
      resolve(children.splice(0));
    Object.assign(own, { createReader: () => ({ readEntries }) });
    Object.assign(dropped.items[0]!, { webkitGetAsEntry: () => own });
    expect((await filesOf(dropped)).files).toHaveLength(3);
  });

  it('reports folders without files, and leaves out what systems put there', async () => {
    const dropped = { empty: {}, mac: { '.DS_Store': 'x' }, nest: { inner: {}, 'a.md': 'a' } };
    const { files, problems } = await filesOf(transfer(dropped));
    expect(files.map(({ path }) => path)).toEqual(['nest/a.md']);
    expect(problems.map(({ code, params }) => [code, params])).toEqual(
      ['empty', 'mac', 'nest/inner'].map((folder) => ['folder-empty', { folder }]),
    );
  });

  it('goes on after a file that cannot be opened, and names it', async () => {
    const dropped = { own: { 'gone.md': new Error('NotFoundError'), 'here.md': 'x' } };
    const { files, problems } = await filesOf(transfer(dropped));
    expect(files.map(({ path }) => path)).toEqual(['own/here.md']);
    expect(problems.map(({ params }) => params)).toEqual([{ file: 'own/gone.md' }]);
  });

  it('goes on after a folder that cannot be listed, and names it', async () => {
    const dropped = transfer({ own: { 'here.md': 'x' }, locked: {} });
    const [, locked] = [...dropped.items].map((item) => item.webkitGetAsEntry());
    Object.assign(locked!, {
      createReader: () => ({
        readEntries: (_: unknown, reject: (error: Error) => void) => reject(new Error('denied')),
      }),
    });
    Object.assign(dropped.items[1]!, { webkitGetAsEntry: () => locked });
    const { files, problems } = await filesOf(dropped);
    expect(files.map(({ path }) => path)).toEqual(['own/here.md']);
    expect(problems.map(({ code, params }) => [code, params])).toEqual([
      ['file-unreadable', { file: 'locked' }],
    ]);
  });

  it('stops looking once there are more than can be read', async () => {
    const many = Object.fromEntries(
      Array.from({ length: MAX_FILES + 500 }, (_, i) => [`${i}.txt`, 'x']),
    );
    const found = await paths({ many });
    expect(found.length).toBeGreaterThan(MAX_FILES);
    expect(found.length).toBeLessThan(MAX_FILES + 500);
  });
});
