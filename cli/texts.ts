import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { decode } from '../src/core/corpus/parse/decode.ts';
import { parseFile } from '../src/core/corpus/parse/parse.ts';
import { AppError } from '../src/core/errors.ts';

/** One text of a file, and where it stands. */
export interface Located {
  readonly file: string;
  /** From 1; null where the file is one text. */
  readonly line: number | null;
  readonly text: string;
}

export interface Texts {
  readonly texts: readonly Located[];
  /** What could not be read; the rest is in `texts`. */
  readonly problems: readonly AppError[];
}

/**
 * The texts of a file: each line of a .txt that is not blank, each record of a .jsonl, .csv or .tsv,
 * what any other file becomes on the page. What cannot be read becomes a problem that names the file and the line.
 */
export async function readTexts(file: string): Promise<Texts> {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await readFile(file));
  } catch (thrown) {
    return { texts: [], problems: [new AppError('file-unreadable', { file }, thrown)] };
  }
  if (extname(file).toLowerCase() === '.txt') return readLines(file, bytes);
  const { drafts, problems } = await parseFile({ name: basename(file), path: file, bytes });
  return { texts: drafts.map(({ line, text }) => ({ file, line, text })), problems };
}

function readLines(file: string, bytes: Uint8Array): Texts {
  try {
    const lines = decode(bytes, file).text.split(/\r\n|\r|\n/);
    const texts = lines.map((text, index) => ({ file, line: index + 1, text }));
    return { texts: texts.filter(({ text }) => /\S/.test(text)), problems: [] };
  } catch (thrown) {
    return { texts: [], problems: [AppError.from(thrown)] };
  }
}
