import { AppError } from '../../errors.ts';
import type { SourceFile } from './draft.ts';
import type { Findings } from './findings.ts';
import { objectFields } from './jsonl.ts';
import type { Mapping } from './mapping.ts';
import { readRecord } from './record.ts';
import { understand } from './shapes.ts';

/**
 * A .json file holds one record, a list of records, or an object with such a list in one of its
 * fields (the longest one counts) or with a record under each of its keys. A string in place of a
 * record is a text.
 */
export async function parseJson(
  text: string,
  file: SourceFile,
  findings: Findings,
  mapping: Mapping | null,
): Promise<void> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (thrown) {
    throw new AppError('json-file-malformed', { file: findings.file }, thrown);
  }
  const records = recordsOf(value);
  let number = 0;
  for (const record of records) {
    number++;
    findings.nextRecord();
    try {
      readRecord(recordFields(record), file, number, findings, mapping);
    } catch (thrown) {
      findings.malformed('json-malformed', number, thrown);
    }
    if (findings.stopAfter(number)) return;
    const rest = findings.pace.worked(text.length / records.length);
    if (rest) await rest;
  }
}

function recordsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value as unknown[];
  if (typeof value !== 'object' || value === null) return [value];
  if (understand(objectFields(value))) return [value];
  const fields = Object.entries(value) as [string, unknown][];
  const lists = fields.flatMap(([, field]) => (isRecordList(field) ? [field] : []));
  const longest = lists.sort((a, b) => b.length - a.length)[0];
  if (longest) return longest;
  const keyed = fields.filter(([, field]) => isRecord(field));
  if (keyed.length === 0 || keyed.length < fields.length) return [value];
  return keyed.map(([id, field]) =>
    typeof field === 'string' ? { id, text: field } : withId(id, field),
  );
}

function isRecordList(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.length > 0 && value.every(isRecord);
}

function isRecord(value: unknown): boolean {
  return typeof value === 'string' || (typeof value === 'object' && value !== null);
}

/** The key of a record is its id, unless it has one. */
function withId(id: string, record: unknown): unknown {
  return Array.isArray(record)
    ? { id, messages: record }
    : new Map([['id', id], ...entriesOf(record)]);
}

function entriesOf(record: unknown): [string, unknown][] {
  return Object.entries(record as object);
}

function recordFields(record: unknown): ReadonlyMap<string, unknown> {
  if (record instanceof Map) return new Map([...record].filter(([, value]) => value !== null));
  if (typeof record === 'string') return new Map([['text', record]]);
  // A list of turns without anything around it.
  return Array.isArray(record) ? new Map([['messages', record]]) : objectFields(record);
}
