import { MAX_JSON_LINE } from '../../limits.ts';
import type { ByteSource } from './byte-source.ts';
import type { SourceFile } from './draft.ts';
import type { Findings } from './findings.ts';
import type { Mapping } from './mapping.ts';
import { readRecord, type Fields } from './record.ts';
import { encodingOf, linesOf } from './source-lines.ts';

/**
 * A .jsonl file holds one JSON object per line, each a document. A line that is none becomes a
 * problem with its number and the others are read; only a file of mostly garbage is given up.
 */
export async function parseJsonl(
  text: string,
  file: SourceFile,
  findings: Findings,
  mapping: Mapping | null,
): Promise<void> {
  let line = 0;
  for (let start = 0; start < text.length;) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    line++;
    readLine(text.slice(start, end), line, file, findings, mapping);
    const rest = findings.pace.worked(end + 1 - start);
    start = end + 1;
    if (start < text.length && findings.stopAfter(line)) return;
    if (rest) await rest;
  }
}

/**
 * The same of a file that is opened in parts; after each of them what was found may be taken.
 * @throws AppError `file-binary`, and what reading throws
 */
export async function* readJsonl(
  source: ByteSource,
  file: SourceFile,
  findings: Findings,
  mapping: Mapping | null,
): AsyncGenerator<void> {
  const encoding = await encodingOf(source, file.path);
  findings.decodedAs(encoding);
  let line = 0;
  for await (const lines of linesOf(source, encoding, file.path)) {
    for (const { text, tooLong } of lines) {
      if (line > 0 && findings.stopAfter(line)) return;
      line++;
      if (text === undefined) {
        findings.nextRecord();
        findings.tooLong(line, tooLong);
      } else readLine(text, line, file, findings, mapping);
    }
    yield;
  }
}

function readLine(
  text: string,
  line: number,
  file: SourceFile,
  findings: Findings,
  mapping: Mapping | null,
): void {
  const json = text.trim();
  if (json === '') return;
  findings.nextRecord();
  if (json.length > MAX_JSON_LINE) {
    findings.tooLong(line, json.length);
    return;
  }
  try {
    readRecord(objectFields(JSON.parse(json)), file, line, findings, mapping);
  } catch (thrown) {
    findings.malformed('json-malformed', line, thrown);
  }
}

/**
 * The fields of a JSON object, nulls left out. Own keys only, into a `Map`: "__proto__" is a name
 * like any other.
 *
 * @throws TypeError for anything but an object
 */
export function objectFields(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TypeError('not an object');
  }
  const entries: [string, unknown][] = Object.entries(value);
  return new Map(entries.filter(([, field]) => field !== null));
}
