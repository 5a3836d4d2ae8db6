import { chatText, turnsOf } from './chat.ts';

/** A record of a table or a JSON file: values by the names of their columns, nulls left out. */
export type Fields = ReadonlyMap<string, unknown>;

/** A name of a column as it is compared: case and outer space do not matter. */
export function plain(key: string): string {
  return key.trim().toLowerCase();
}

/** The key of the first of `names` (lower case) that is there and not blank. */
export function fieldKey(fields: Fields, names: readonly string[]): string | null {
  for (const name of names) {
    for (const [key, value] of fields) {
      if (plain(key) === name && !isBlank(value)) return key;
    }
  }
  return null;
}

/** A value as text: a conversation as its turns, a list of texts with blank lines, else as JSON. */
export function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  const turns = turnsOf(value);
  if (turns) return chatText(turns);
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) {
    return value.join('\n\n');
  }
  return asJson(value);
}

/** A value in one line: a string as it is, a date as ISO 8601, anything else as JSON. */
export function asJson(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString();
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'bigint' ? each.toString() : each,
  );
}

function isBlank(value: unknown): boolean {
  return (
    value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
  );
}
