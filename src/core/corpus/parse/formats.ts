import { AppError } from '../../errors.ts';
import { parseCsv } from './csv.ts';
import type { BytesFile, SourceFile } from './draft.ts';
import type { Findings } from './findings.ts';
import { parseJson } from './json.ts';
import { parseJsonl } from './jsonl.ts';
import type { Mapping } from './mapping.ts';
import { parseMarkdown } from './markdown.ts';
import { parseText } from './text.ts';

type Parser<File extends unknown[]> = (
  ...args: [...File, findings: Findings, mapping: Mapping | null]
) => void | Promise<void>;

/** Parses what a file of text says. */
type TextParser = Parser<[text: string, file: SourceFile]>;
/** Parses the bytes of a file. */
type ByteParser = Parser<[file: BytesFile]>;

const here = (parser: TextParser) => async (): Promise<TextParser> => parser;
const html = async (): Promise<TextParser> => (await import('./html.ts')).parseHtml;

/** PDF.js runs in every browser that the page runs in, but in no Node before 22. */
async function pdf(): Promise<ByteParser> {
  if ('withResolvers' in Promise) return (await import('./pdf.ts')).parsePdf;
  return ({ path }) => {
    throw new AppError('pdf-unavailable', { file: path });
  };
}

/**
 * Parsers of files of text, by extension (lower case, without its dot). One that needs a library
 * loads it when the first such file comes.
 */
export const TEXT_FORMATS: ReadonlyMap<string, () => Promise<TextParser>> = new Map([
  ['txt', here(parseText)],
  ['text', here(parseText)],
  ['md', here(parseMarkdown)],
  ['markdown', here(parseMarkdown)],
  ['jsonl', here(parseJsonl)],
  ['ndjson', here(parseJsonl)],
  ['json', here(parseJson)],
  ['csv', here(parseCsv)],
  ['tsv', here(parseCsv)],
  ['html', html],
  ['htm', html],
  ['xhtml', html],
]);

/** Of these files, those of records a line, which are read part by part where that can be done. */
export const LINE_FORMATS: ReadonlySet<string> = new Set(['jsonl', 'ndjson']);

/** Parsers of binary files, by extension. */
export const BYTE_FORMATS: ReadonlyMap<string, () => Promise<ByteParser>> = new Map([
  ['docx', async (): Promise<ByteParser> => (await import('./docx.ts')).parseDocx],
  ['epub', async (): Promise<ByteParser> => (await import('./epub.ts')).parseEpub],
  ['npy', async (): Promise<ByteParser> => (await import('./npy.ts')).parseNpy],
  ['parquet', async (): Promise<ByteParser> => (await import('./parquet/parquet.ts')).parseParquet],
  ['pdf', pdf],
]);
