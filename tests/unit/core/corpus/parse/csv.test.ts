import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problems, read, texts } from './read.ts';

/** A cell as RFC 4180 has it: quoted where it must be, quotes doubled. */
function written(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

describe('parseCsv', () => {
  it('reads quoted delimiters, quotes and line breaks, with the line of each record', async () => {
    const parsed = await read(
      'a.csv',
      'title,text\r\nOne,"a, ""b""\r\nc"\r\n\r\nTwo,d\n  ,  \nThree,\n',
    );
    expect(parsed.drafts.map(({ title, text, line }) => ({ title, text, line }))).toEqual([
      { title: 'One', text: 'a, "b"\nc', line: 2 },
      { title: 'Two', text: 'd', line: 5 },
    ]);
    expect(problems(parsed)).toEqual(['record-without-text:7']);
  });

  it.each([
    [',', 'id,Text'],
    ['\t', 'id\tText'],
    [';', 'id;Text'],
    ['|', 'id|Text'],
  ])('guesses the delimiter %j', async (delimiter, header) => {
    const row = `7${delimiter}"Commas, semicolons; bars | tabs\t"`;
    const [draft] = (await read('a.csv', `${header}\n${row}`)).drafts;
    expect(draft?.meta).toEqual(new Map([['id', '7']]));
    expect(draft).toMatchObject({ text: 'Commas, semicolons; bars | tabs\t' });
  });

  it('reads a single column', async () => {
    expect(texts(await read('a.csv', '\n\ntext\nOne\nTwo'))).toEqual(['One', 'Two']);
    expect((await read('a.csv', '\n\ntext\nOne')).drafts[0]?.line).toBe(4);
  });

  it('keeps "__proto__", repeated and empty headers apart', async () => {
    const [draft] = (await read('a.csv', '__proto__,x,x,,text\np,1,2,3,body,extra')).drafts;
    expect([...(draft?.meta ?? [])]).toEqual([
      ['__proto__', 'p'],
      ['x', '1'],
      ['x (3)', '2'],
      ['column 4', '3'],
      ['column 6', 'extra'],
    ]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('lists the columns where none is a text', async () => {
    const [problem] = (await read('a.csv', 'a;b\n1;2')).problems;
    expect(problem?.toRecord()).toMatchObject({
      code: 'csv-without-text',
      params: { file: 'a.csv', columns: 'a, b' },
    });
  });

  it('reports a broken quote and keeps what came before', async () => {
    const parsed = await read('a.csv', 'text,n\none,1\n"two,2\nthree,3');
    expect(texts(parsed)).toEqual(['one']);
    expect(problems(parsed)).toEqual(['csv-malformed:3']);
  });

  it('ends a 50 MB line with an error', async () => {
    const long = 'a'.repeat(50_000_000);
    expect(problems(await read('a.csv', long))).toEqual(['csv-without-text']);
    expect(problems(await read('a.csv', `text\n"${long}"\n`))).toEqual(['document-too-long:2']);
  });

  it('brings every cell through that a writer quoted', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', ' ', ',', ';', '"', '\n', '\t', 'é', '='),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1 }), async (cells) => {
        const rows = cells.map((each, i) => `${i},${written(`t${each}`)}`);
        expect(texts(await read('a.csv', ['n,text', ...rows].join('\r\n')))).toEqual(
          cells.map((each) => `t${each}`),
        );
      }),
    );
  });
});
