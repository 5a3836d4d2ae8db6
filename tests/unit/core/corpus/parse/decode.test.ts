import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../../../src/core/corpus/parse/decode.ts';
import { AppError } from '../../../../../src/core/errors.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 + 2 * text.length));
  view.setUint16(0, 0xfeff, littleEndian);
  for (let i = 0; i < text.length; i++) view.setUint16(2 + 2 * i, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}

function codeOf(bytes: Uint8Array): string {
  try {
    decode(bytes, 'a.txt');
    return 'none';
  } catch (thrown) {
    return AppError.from(thrown).code;
  }
}

describe('decode', () => {
  it('reads UTF-8, with and without its mark', () => {
    expect(decode(utf8('Wärme 😀'), 'a')).toEqual({ text: 'Wärme 😀', encoding: 'utf-8' });
    expect(decode(utf8('\ufeffWärme'), 'a').text).toBe('Wärme');
  });

  it.each([true, false])('reads UTF-16 by its mark (little endian: %s)', (little) => {
    const encoding = little ? 'utf-16le' : 'utf-16be';
    expect(decode(utf16('Wärme', little), 'a')).toEqual({ text: 'Wärme', encoding });
  });

  it('reads other bytes as windows-1252', () => {
    const bytes = new Uint8Array([0x93, 0x57, 0xe4, 0x72, 0x6d, 0x65, 0x94]);
    expect(decode(bytes, 'a')).toEqual({ text: '“Wärme”', encoding: 'windows-1252' });
  });

  it.each([
    ['nothing', utf8('')],
    ['white space', utf8(' \r\n\t')],
    ['a mark alone', utf8('\ufeff')],
    ['a UTF-16 mark alone', utf16('', true)],
  ])('refuses %s as empty', (_, bytes) => {
    expect(codeOf(bytes)).toBe('file-empty');
  });

  it.each([
    ['a PDF', utf8('%PDF-1.7\nobj')],
    ['a ZIP', utf8('PK\x03\x04 mimetype')],
    ['a rich text file', utf8('{\\rtf1 text}')],
    ['a PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 1])],
    ['a NUL byte far inside', utf8(`${'text '.repeat(50_000)}\0`)],
    ['control characters', utf8('\x01\x02\x03 text')],
    ['UTF-32', new Uint8Array([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0])],
  ])('refuses %s as binary', (_, bytes) => {
    expect(codeOf(bytes)).toBe('file-binary');
  });

  it('returns every well-formed text as it was, and never throws anything else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        if (text.trim() !== '') expect(decode(utf8(`t${text}`), 'a').text).toBe(`t${text}`);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(['none', 'file-binary', 'file-empty']).toContain(codeOf(bytes));
      }),
    );
  });
});
