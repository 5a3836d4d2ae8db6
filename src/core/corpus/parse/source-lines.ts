import { MAX_JSON_LINE } from '../../limits.ts';
import type { ByteSource } from './byte-source.ts';
import { PartDecoder, Sniffer, type Encoding } from './decode.ts';

/** Bytes read at once. */
const PART = 2 ** 20;

/** A line without its break; of one that is too long only its length is kept. */
export type Line =
  | { readonly text: string; readonly tooLong?: never }
  | { readonly text?: never; readonly tooLong: number };

/**
 * How the bytes of a source mean text, found by reading it through once.
 * @throws AppError `file-binary`, and what reading throws
 */
export async function encodingOf(source: ByteSource, file: string, part = PART): Promise<Encoding> {
  const sniffer = new Sniffer(file);
  for (let start = 0; start < source.size; start += part) {
    sniffer.see(await source.read(start, start + part));
  }
  return sniffer.encoding();
}

/**
 * The lines of a source, those of about a megabyte at a time, so that it is never in memory as a whole.
 * A line longer than `MAX_JSON_LINE` is passed over.
 */
export async function* linesOf(
  source: ByteSource,
  encoding: Encoding,
  file: string,
  part = PART,
): AsyncGenerator<readonly Line[]> {
  const decoder = new PartDecoder(encoding, file);
  let open = '';
  let skipped = 0;
  const lineOf = (text: string): Line => {
    const length = skipped + open.length + text.length;
    const line = length > MAX_JSON_LINE ? { tooLong: length } : { text: open + text };
    [open, skipped] = ['', 0];
    return line;
  };
  for (let start = 0; start < source.size; start += part) {
    const bytes = await source.read(start, start + part);
    const last = start + part >= source.size;
    const pieces = (last ? decoder.last(bytes) : decoder.next(bytes)).split('\n');
    const rest = pieces.pop() ?? '';
    const lines = pieces.map(lineOf);
    if (last) yield open.length + rest.length + skipped > 0 ? [...lines, lineOf(rest)] : lines;
    else {
      open += rest;
      if (open.length > MAX_JSON_LINE) [open, skipped] = ['', skipped + open.length];
      yield lines;
    }
  }
}
