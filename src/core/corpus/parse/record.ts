import type { Role } from '../model.ts';
import type { Draft, SourceFile } from './draft.ts';
import { asJson, fieldKey, plain, type Fields } from './fields.ts';
import type { Findings } from './findings.ts';
import { mappedOpening, mappedText, renamed, type Mapping } from './mapping.ts';
import { explicitRole, folderGroup, guessRole, stemOf, tidyTitle } from './names.ts';
import { TEXT_FIELDS, understand, type Understood } from './shapes.ts';
import { vectorField } from './vector.ts';

export type { Fields } from './fields.ts';

const TITLE_FIELDS = ['title', 'name'];
/** UTF-16 units of an id that stands behind a title. */
const MARK_CHARS = 40;

/**
 * Adds a record of a table or a JSON file to what was found: its text as the mapping says, else as
 * it is understood; title, role and group where given, everything else as meta. Without a title its
 * first words are one. A file of records may say its role by its name (scenarios.jsonl).
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
  const read = mapping ? byMapping(rest, mapping) : byShape(rest);
  if (!read) {
    findings.problem('record-without-text', { file: findings.file, line });
    return;
  }
  const vector = field && findings.vector(field, line);
  findings.add({
    ...recordDraft(read, file, line, findings),
    row: findings.row,
    ...(vector && { vector }),
  });
}

/** A record as it was read, not yet described. */
interface ReadRecord extends Omit<Understood, 'used'> {
  /** Everything that is not in the text. */
  readonly meta: ReadonlyMap<string, string>;
}

function byShape(fields: Fields): ReadRecord | null {
  const understood = understand(fields);
  if (!understood) return null;
  const rest = without(fields, understood.used);
  return { ...understood, meta: new Map([...rest].map(([key, value]) => metaEntry(key, value))) };
}

function byMapping(fields: Fields, mapping: Mapping): ReadRecord | null {
  const text = mappedText(fields, mapping);
  if (text.trim() === '') return null;
  const opening = mappedOpening(fields, mapping);
  return { meta: renamed(fields, mapping), text, opening, shape: 'record', role: null };
}

function recordDraft(
  { meta, text, opening, shape, role: suggested }: ReadRecord,
  file: SourceFile,
  line: number,
  { openings }: Findings,
): Draft {
  const described = describe(meta, file, '');
  const role = described.role ?? guessRole(file, stemOf(file.name)) ?? suggested;
  const id = meta.get(fieldKey(meta, ['id']) ?? '') ?? '';
  const mark = tidyTitle(id.slice(0, MARK_CHARS)) || `${line}`;
  const title = described.title || openings.title(opening, mark);
  return { ...described, title, role, text, shape, source: file.path, line };
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
