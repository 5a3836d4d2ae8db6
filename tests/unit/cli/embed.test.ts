import { readFile, rm, writeFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../../cli/main.ts';
import { TINY_STATIC_DIMS, tinyStatic } from '../../../scripts/tiny-static.ts';
import { workplace } from './harness.ts';

const work = workplace();

interface Line {
  readonly file: string;
  readonly line: number;
  readonly empty?: boolean;
  readonly vector: number[];
}

async function written(out: string): Promise<Line[]> {
  const lines = (await readFile(out, 'utf8')).trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Line);
}

describe('parable embed', () => {
  it('gives one vector a line, record or row, and says where each text stands', async () => {
    const txt = await work.file('a.txt', 'The tide came in.\n\n… !? 漢\n');
    const csv = await work.file('b.csv', 'title,text\nOne,"The tide came in."\n');
    const out = join(work.folder, 'out.jsonl');
    await main(['embed', txt, csv, '--out', out]);
    const lines = await written(out);
    expect(lines.map(({ file, line }) => [file, line])).toEqual([
      [txt, 1],
      [txt, 3],
      [csv, 2],
    ]);
    expect(lines[0]?.vector).toEqual(lines[2]?.vector);
    expect(Math.hypot(...(lines[0]?.vector ?? []))).toBeCloseTo(1, 6);
    expect(lines.map(({ empty }) => empty)).toEqual([undefined, true, undefined]);
    expect(process.exitCode).toBeUndefined();
  });

  it('names file and line of what cannot be read, and does the rest', async () => {
    const jsonl = await work.file('c.jsonl', '{"text":"The tide came in."}\n{oops\n');
    const out = join(work.folder, 'out.jsonl');
    await main(['embed', jsonl, join(work.folder, 'none.txt'), '--out', out]);
    expect(await written(out)).toHaveLength(1);
    expect(work.said.join('\n')).toContain('c.jsonl, line 2: not valid JSON');
    expect(work.said.join('\n')).toContain('none.txt could not be opened');
    expect(process.exitCode).toBe(1);
  });

  it('takes the folder of a model as the encoder', async () => {
    const model = join(work.folder, 'tiny-static');
    await mkdir(model);
    for (const [name, bytes] of tinyStatic(1)) await writeFile(join(model, name), bytes);
    const txt = await work.file('a.txt', 'The tide came in.\n漢\n');
    const out = join(work.folder, 'out.jsonl');
    await main(['embed', txt, '--out', out, '--encoder', model]);
    const lines = await written(out);
    expect(lines.map(({ vector }) => vector.length)).toEqual([TINY_STATIC_DIMS, TINY_STATIC_DIMS]);
    // Bytes are tokens to it, so nothing is unknown.
    expect(lines.map(({ empty }) => empty)).toEqual([undefined, undefined]);

    await rm(join(model, 'tokenizer.json'));
    await expect(main(['embed', txt, '--out', out, '--encoder', model])).rejects.toThrow(
      'The encoder tiny-static cannot be used: tokenizer.json is missing.',
    );
  });

  it('tells how it is used', async () => {
    await main(['embed', '--help']);
    expect(work.said[0]).toContain('--out FILE');
    await main([]);
    expect(work.said[1]).toContain('embed');
  });

  it.each([
    [['embed', '--out', 'x.jsonl'], /at least one file/],
    [['embed', 'a.txt'], /needs --out/],
    [['embed', 'a.txt', '--out', 'x.pdf'], /ends in .jsonl or .npy/],
    [
      ['embed', 'a.txt', '--out', 'x.npy', '--encoder', 'none'],
      /no encoder and no folder none\. Encoders are: parable-static/,
    ],
    [['embed', 'a.txt', '--unknown'], /--unknown/],
    [['translate'], /no command translate/],
  ])('refuses %j in words', async (args, message) => {
    await expect(main(args)).rejects.toThrow(message);
  });
});
