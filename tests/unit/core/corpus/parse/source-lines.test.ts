import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../../../src/core/corpus/parse/byte-source.ts';
import { parseSource } from '../../../../../src/core/corpus/parse/parse.ts';
import {
  encodingOf,
  linesOf,
  type Line,
} from '../../../../../src/core/corpus/parse/source-lines.ts';
import { MAX_JSON_LINE, MAX_LINES_BYTES } from '../../../../../src/core/limits.ts';
import { problems, read, texts } from './read.ts';

async function lines(bytes: Uint8Array<ArrayBuffer>, part: number): Promise<Line[]> {
  const source = bytesSource(bytes);
  const encoding = await encodingOf(source, 'a.jsonl', part);
  const found: Line[] = [];
  for await (const some of linesOf(source, encoding, 'a.jsonl', part)) found.push(...some);
  return found;
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

function utf16(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Uint16Array.from(`\ufeff${text}`, (unit) => unit.charCodeAt(0)).buffer);
}

describe('linesOf', () => {
  it('gives the lines of a text wherever its bytes are cut', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', 'ä', '漢', '😀', ' ') });
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (whole, part) => {
        const expected = whole.split('\n');
        if (expected.at(-1) === '') expected.pop();
        const found = await lines(bytesOf(whole), part);
        expect(found.map((line) => line.text)).toEqual(expected);
      }),
      { seed: 20_260_701 },
    );
  });

  it.each([1, 2, 3, 1000])('knows the encoding by parts of %i bytes', async (part) => {
    expect(await lines(utf16('Wärme\nzwei'), Math.max(2, part))).toEqual([
      { text: 'Wärme' },
      { text: 'zwei' },
    ]);
    const bytes = new Uint8Array([0x93, 0x57, 0xe4, 0x72, 0x6d, 0x65, 0x94, 10, 0x78]);
    expect(await lines(bytes, part)).toEqual([{ text: '“Wärme”' }, { text: 'x' }]);
  });

  it('keeps no line that is too long, and goes on behind it', async () => {
    const text = `a\n${'x'.repeat(MAX_JSON_LINE + 1)}\nb`;
    for (const part of [2 ** 20, 2 ** 22, text.length]) {
      expect(await lines(bytesOf(text), part)).toEqual([
        { text: 'a' },
        { tooLong: MAX_JSON_LINE + 1 },
        { text: 'b' },
      ]);
    }
  });

  it.each([
    ['nothing', '', []],
    ['a line', 'a', ['a']],
    ['a break', '\n', ['']],
  ])('is defined for %s', async (_, text, expected) => {
    expect((await lines(bytesOf(text), 10)).map((line) => line.text)).toEqual(expected);
  });
});

describe('a .jsonl that is read in parts', () => {
  const record = (i: number): string => JSON.stringify({ text: `Record ${i} ${'ü'.repeat(5000)}` });

  it('gives what the whole file would, part by part', async () => {
    const whole = `${Array.from({ length: 400 }, (_, i) => record(i)).join('\n')}\n{"text":\n{"x":1}\n`;
    const file = { name: 'a.jsonl', path: 'd/a.jsonl' };
    const parts = [];
    for await (const part of parseSource(file, bytesSource(bytesOf(whole)))) parts.push(part);
    expect(parts.length).toBeGreaterThan(3);
    const expected = await read('d/a.jsonl', whole);
    expect(parts.flatMap(({ drafts }) => drafts)).toEqual(expected.drafts);
    expect(parts.flatMap(problems)).toEqual(problems(expected));
    expect(parts.flatMap(({ tables }) => tables)).toEqual(expected.tables);
    expect(parts.flatMap(texts)).toHaveLength(400);
  });

  it('is refused by its size alone, without being read', async () => {
    const read = (): never => {
      throw new Error('read');
    };
    const parts = [];
    const file = { name: 'a.jsonl', path: 'a.jsonl' };
    for await (const part of parseSource(file, { size: MAX_LINES_BYTES + 1, read })) {
      parts.push(part);
    }
    expect(parts.flatMap(problems)).toEqual(['file-too-large']);
  });
});
