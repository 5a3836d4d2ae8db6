import type { Draft, SourceFile } from './draft.ts';
import { explicitRole, folderGroup, guessRole, stemOf, tidyTitle } from './names.ts';

/** Names under which public data sets keep their text, the most telling first. */
export const TEXT_FIELDS = [
  'text',
  'prompt',
  'question',
  'statement',
  'passage',
  'content',
  'completion',
  'raw_response',
] as const;

/** A text under one of these is only half of a record that also has an answer. */
const ASKING_FIELDS: readonly string[] = ['prompt', 'question'];
const ANSWER_FIELDS = ['completion', 'response', 'answer', 'raw_response'] as const;

const TITLE_FIELDS = ['title', 'name', 'id'] as const;

/** The key of the first of `names` that is there and not blank; case and outer space don't matter. */
function fieldKey(fields: ReadonlyMap<string, string>, names: readonly string[]): string | null {
  for (const name of names) {
    for (const [key, value] of fields) {
      if (plain(key) === name && value.trim() !== '') return key;
    }
  }
  return null;
}

/**
 * A record of a table or of a JSON file as a draft: its text under one of `TEXT_FIELDS`, with the
 * answer below it where it is a prompt or question that has one; title, role and group where given,
 * everything else as meta. A file of records may say its role by its
 * name (scenarios.jsonl).
 *
 * @param line - of the record, from 1
 * @returns null for a record without text
 */
export function recordDraft(
  fields: ReadonlyMap<string, string>,
  file: SourceFile,
  line: number,
): Draft | null {
  const textKey = fieldKey(fields, TEXT_FIELDS);
  if (textKey === null) return null;
  const asks = ASKING_FIELDS.includes(plain(textKey));
  const answerKey = asks ? fieldKey(fields, ANSWER_FIELDS) : null;
  const keys = answerKey === null ? [textKey] : [textKey, answerKey];
  const fallback = `${stemOf(file.name)}:${line}`;
  const text = keys.map((key) => fields.get(key)).join('\n\n');
  const described = describe(without(fields, keys), file, fallback);
  const role = described.role ?? guessRole(file, stemOf(file.name));
  return { ...described, role, text, source: file.path, line };
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
  const role = take('role', explicitRole) ?? guessRole(file, group);
  return { title: named || fallbackTitle, role, group, meta };
}

function without(
  fields: ReadonlyMap<string, string>,
  keys: readonly string[],
): Map<string, string> {
  return new Map([...fields].filter(([key]) => !keys.includes(key)));
}

function plain(key: string): string {
  return key.trim().toLowerCase();
}
