import type { Role } from '../model.ts';
import type { Draft, SourceFile } from './draft.ts';
import { asJson, fieldKey, plain, type Fields } from './fields.ts';
import type { Findings } from './findings.ts';
import { mappedText, renamed, type Mapping } from './mapping.ts';
import { explicitRole, folderGroup, guessRole, stemOf, tidyTitle } from './names.ts';
import { TEXT_FIELDS, understand } from './shapes.ts';
import { vectorField } from './vector.ts';

export type { Fields } from './fields.ts';

const TITLE_FIELDS = ['title', 'name', 'id'];

/**
 * Adds a record of a table or a JSON file to what was found: its text as the mapping says, else as
 * it is understood; title, role and group where given, everything else as meta. A file of records may
 * say its role by its name (scenarios.jsonl).
 *
 * @param line - of the record, from 1
 */
export function readRecord(
  fields: Fields,
  file: SourceFile,
  line: number,
  findings: Findings,
  mapping: Mapping | null,
): void {
  findings.sketch.add(fields);
  const field = vectorField(fields);
  if (field) findings.sketch.hide(field.column);
  const rest = field === null ? fields : without(fields, [field.column]);
  const draft = mapping ? byMapping(rest, file, line, mapping) : byShape(rest, file, line);
  if (!draft) {
    findings.problem('record-without-text', { file: findings.file, line });
    return;
  }
  const vector = field && findings.vector(field, line);
  findings.add({ ...draft, row: findings.row, ...(vector && { vector }) });
}

function byShape(fields: Fields, file: SourceFile, line: number): Draft | null {
  const understood = understand(fields);
  if (!understood) return null;
  const { text, shape, used } = understood;
  const meta = new Map([...without(fields, used)].map(([key, value]) => metaEntry(key, value)));
  return recordDraft(meta, file, line, { text, shape, role: understood.role });
}

function byMapping(fields: Fields, file: SourceFile, line: number, mapping: Mapping): Draft | null {
  const text = mappedText(fields, mapping);
  if (text.trim() === '') return null;
  return recordDraft(renamed(fields, mapping), file, line, { text, shape: 'record', role: null });
}

function recordDraft(
  meta: ReadonlyMap<string, string>,
  file: SourceFile,
  line: number,
  { text, shape, role: suggested }: Pick<Draft, 'text' | 'shape' | 'role'>,
): Draft {
  const described = describe(meta, file, `${stemOf(file.name)}:${line}`);
  const role = described.role ?? guessRole(file, stemOf(file.name)) ?? suggested;
  return { ...described, role, text, shape, source: file.path, line };
}

/** A text field that holds no string is kept under a name that says so. */
function metaEntry(key: string, value: unknown): [string, string] {
  const odd = typeof value !== 'string' && TEXT_FIELDS.includes(plain(key));
  return [odd ? `${key} (json)` : key, asJson(value)];
}

/**
 * Title, role, group and remaining meta of a document; also for the front matter of a file. What
 * the fields say goes before what the folder says. Only fields that were understood are consumed.
 */
export function describe(
  fields: ReadonlyMap<string, string>,
  file: SourceFile,
  fallbackTitle: string,
): Pick<Draft, 'title' | 'role' | 'group' | 'meta'> {
  const meta = new Map(fields);
  const take = <T>(name: string, read: (value: string) => T | null): T | null => {
    const key = fieldKey(meta, [name]);
    const value = key === null ? null : read(meta.get(key) ?? '');
    if (key !== null && value !== null) meta.delete(key);
    return value;
  };
  const title = fieldKey(meta, TITLE_FIELDS);
  const named = title === null ? '' : tidyTitle(meta.get(title) ?? '');
  if (title !== null && plain(title) === 'title') meta.delete(title);
  const group = take('group', (value) => tidyTitle(value) || null) ?? folderGroup(file);
  const role: Role | null = take('role', explicitRole) ?? guessRole(file, group);
  return { title: named || fallbackTitle, role, group, meta };
}

function without(fields: Fields, keys: readonly string[]): Map<string, unknown> {
  return new Map([...fields].filter(([key]) => !keys.includes(key)));
}
