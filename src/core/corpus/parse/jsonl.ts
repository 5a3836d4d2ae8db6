import { MAX_JSON_LINE } from '../../limits.ts';
import type { SourceFile } from './draft.ts';
import type { Findings } from './findings.ts';
import type { Mapping } from './mapping.ts';
import { readRecord, type Fields } from './record.ts';

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
    const json = text.slice(start, end).trim();
    if (json !== '') readLine(json, line, file, findings, mapping);
    const rest = findings.pace.worked(end + 1 - start);
    start = end + 1;
    if (start < text.length && findings.stopAfter(line)) return;
    if (rest) await rest;
  }
}

function readLine(
  json: string,
  line: number,
  file: SourceFile,
  findings: Findings,
  mapping: Mapping | null,
): void {
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
