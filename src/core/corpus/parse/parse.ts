import { AppError } from '../../errors.ts';
import { MAX_FILE_BYTES } from '../../limits.ts';
import { parseCsv } from './csv.ts';
import { decode } from './decode.ts';
import type { SourceFile } from './draft.ts';
import { Findings, type Parsed } from './findings.ts';
import { parseJsonl } from './jsonl.ts';
import { parseMarkdown } from './markdown.ts';
import { extensionOf } from './names.ts';
import { parseText } from './text.ts';

export type { Draft, Note, SourceFile } from './draft.ts';
export type { Parsed } from './findings.ts';

type Parser = (text: string, file: SourceFile, findings: Findings) => void;

const PARSERS = new Map<string, Parser>([
  ['txt', parseText],
  ['text', parseText],
  ['md', parseMarkdown],
  ['markdown', parseMarkdown],
  ['jsonl', parseJsonl],
  ['ndjson', parseJsonl],
  ['csv', parseCsv],
  ['tsv', parseCsv],
]);

/** Extensions that can be read, lower case, without their dot. */
export const EXTENSIONS: readonly string[] = [...PARSERS.keys()];

/**
 * Reads one file into drafts. What cannot be read becomes a problem that names the file (and the
 * line); everything else still comes through. Never throws an `AppError`.
 */
export function parseFile(input: SourceFile & { readonly bytes: Uint8Array }): Parsed {
  const { name, bytes } = input;
  const file: SourceFile = { name, path: input.path || name };
  const findings = new Findings(file.path);
  try {
    const extension = extensionOf(name);
    const parser = PARSERS.get(extension);
    if (!parser) throw new AppError('file-unsupported', { file: file.path, extension });
    if (bytes.byteLength > MAX_FILE_BYTES) {
      const sizes = { bytes: bytes.byteLength, limit: MAX_FILE_BYTES };
      throw new AppError('file-too-large', { file: file.path, ...sizes });
    }
    const { text, encoding } = decode(bytes, file.path);
    if (encoding === 'windows-1252') {
      findings.note({ code: 'decoded-as-windows-1252', file: file.path });
    }
    parser(text, file, findings);
    if (findings.isEmpty) throw new AppError('file-empty', { file: file.path });
  } catch (thrown) {
    const { code, params, cause } = AppError.from(thrown);
    findings.problem(code, params, cause);
  }
  return findings.result();
}
