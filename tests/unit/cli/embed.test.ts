import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../../cli/main.ts';
import { TINY_STATIC_DIMS, tinyStatic } from '../../../scripts/tiny-static.ts';

let folder: string;
const said: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parable-cli-'));
  said.length = 0;
  const hear = (line: string): void => void said.push(line);
  vi.spyOn(console, 'log').mockImplementation(hear);
  vi.spyOn(console, 'error').mockImplementation(hear);
});

afterEach(async () => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
  await rm(folder, { recursive: true });
});

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

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
    const txt = await file('a.txt', 'The tide came in.\n\n… !? 漢\n');
    const csv = await file('b.csv', 'title,text\nOne,"The tide came in."\n');
    const out = join(folder, 'out.jsonl');
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
    const jsonl = await file('c.jsonl', '{"text":"The tide came in."}\n{oops\n');
    const out = join(folder, 'out.jsonl');
    await main(['embed', jsonl, join(folder, 'none.txt'), '--out', out]);
    expect(await written(out)).toHaveLength(1);
    expect(said.join('\n')).toContain('c.jsonl, line 2: not valid JSON');
    expect(said.join('\n')).toContain('none.txt could not be opened');
    expect(process.exitCode).toBe(1);
  });

  it('takes the folder of a model as the encoder', async () => {
    const model = join(folder, 'tiny-static');
    await mkdir(model);
    for (const [name, bytes] of tinyStatic(1)) await writeFile(join(model, name), bytes);
    const txt = await file('a.txt', 'The tide came in.\n漢\n');
    const out = join(folder, 'out.jsonl');
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
    expect(said[0]).toContain('--out FILE');
    await main([]);
    expect(said[1]).toContain('embed');
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
