import { MAX_JSON_LINE } from '../../limits.ts';
import type { SourceFile } from './draft.ts';
import type { Findings } from './findings.ts';
import { recordDraft, TEXT_FIELDS } from './record.ts';

/**
 * A .jsonl file holds one JSON object per line, each a document. A line that is none becomes a
 * problem with its number and the others are read; only a file of mostly garbage is given up.
 */
export function parseJsonl(text: string, file: SourceFile, findings: Findings): void {
  let line = 0;
  for (let start = 0; start < text.length;) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    line++;
    const json = text.slice(start, end).trim();
    if (json !== '') readRecord(json, line, file, findings);
    start = end + 1;
    if (start < text.length && findings.stopAfter(line)) return;
  }
}

function readRecord(json: string, line: number, file: SourceFile, findings: Findings): void {
  if (json.length > MAX_JSON_LINE) {
    findings.tooLong(line, json.length);
    return;
  }
  try {
    const draft = recordDraft(fieldsOf(JSON.parse(json)), file, line);
    if (draft) findings.add(draft);
    else findings.problem('record-without-text', { file: findings.file, line });
  } catch (thrown) {
    findings.malformed('json-malformed', line, thrown);
  }
}

/**
 * A JSON object as strings, nulls left out. Own keys only, into a `Map`: "__proto__" is a name like
 * any other. A text field must be a string; one that holds an object is kept under `name (json)`.
 */
function fieldsOf(value: unknown): Map<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TypeError('not an object');
  }
  const fields = new Map<string, string>();
  for (const [key, field] of Object.entries(value) as [string, unknown][]) {
    if (field === null) continue;
    if (typeof field === 'string') fields.set(key, field);
    else fields.set(isTextField(key) ? `${key} (json)` : key, JSON.stringify(field));
  }
  return fields;
}

function isTextField(key: string): boolean {
  return TEXT_FIELDS.some((name) => name === key.trim().toLowerCase());
}
