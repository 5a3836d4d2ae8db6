import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { decode } from '../src/core/corpus/parse/decode.ts';
import { parseFile, type Draft } from '../src/core/corpus/parse/parse.ts';
import { AppError } from '../src/core/errors.ts';

export interface Texts {
  /** Each with the file it is from, as it was named, and its line from 1; null where the file is one text. */
  readonly texts: readonly Draft[];
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
  return { texts: drafts.map((draft) => ({ ...draft, source: file })), problems };
}

function readLines(file: string, bytes: Uint8Array): Texts {
  try {
    const lines = decode(bytes, file).text.split(/\r\n|\r|\n/);
    const texts = lines.map((text, index): Draft => {
      const line = index + 1;
      const title = `${basename(file)}:${line}`;
      return {
        title,
        text,
        meta: new Map(),
        role: null,
        group: null,
        source: file,
        line,
        shape: 'text',
      };
    });
    return { texts: texts.filter(({ text }) => /\S/.test(text)), problems: [] };
  } catch (thrown) {
    return { texts: [], problems: [AppError.from(thrown)] };
  }
}
