import { firstSaid, turnsOf } from './chat.ts';
import { asJson, asText, plain, type Fields } from './fields.ts';
import type { Understood } from './shapes.ts';

/** What the columns of a table mean, by their names in the file. */
export interface Mapping {
  /** Of the text, joined in this order. */
  readonly text: readonly string[];
  readonly title: string | null;
  readonly role: string | null;
  readonly group: string | null;
  readonly topic: string | null;
  /** Names the twin's `id`, or is the same in both twins. */
  readonly twin: string | null;
  /** Measured results, kept under `outcome: ` and the column's name. */
  readonly outcomes: readonly string[];
}

/** Parts of a mapping that are one column each. */
export const SINGLE_PARTS = ['title', 'role', 'group', 'topic', 'twin'] as const;

/** A table as the reader sees it before it is imported. */
export interface Table {
  /** Path of its file. */
  readonly file: string;
  /** Records read, those that hold no document included. */
  readonly records: number;
  readonly columns: readonly Column[];
  /** As understood, or as the reader has set it. */
  readonly mapping: Mapping;
}

export interface Column {
  readonly name: string;
  /** What its first filled cells hold, shortened. */
  readonly examples: readonly string[];
}

/** The mapping that reading without one amounts to. */
export function guessMapping(columns: readonly string[], understood: Understood | null): Mapping {
  const find = (name: string): string | null =>
    columns.find((column) => plain(column) === name) ?? null;
  return {
    text: understood?.used ?? [],
    title: find('title') ?? find('name'),
    role: find('role'),
    group: find('group'),
    topic: find('topic'),
    twin: find('twin'),
    outcomes: [],
  };
}

/**
 * The fields of a record under the names that the explorer gives them: a mapped column under its
 * part's name, any other under its own, or beside it where a mapped one has taken that.
 */
export function renamed(fields: Fields, mapping: Mapping): Map<string, string> {
  const result = new Map<string, string>();
  const taken = new Set(mapping.text);
  const put = (name: string, column: string | null): void => {
    const value = column === null ? undefined : fields.get(column);
    if (column === null || value === undefined) return;
    taken.add(column);
    result.set(name, asJson(value));
  };
  for (const part of SINGLE_PARTS) put(part, mapping[part]);
  for (const column of mapping.outcomes) put(`outcome: ${column}`, column);
  for (const [name, value] of fields) {
    if (taken.has(name)) continue;
    const reserved = SINGLE_PARTS.some((part) => part === plain(name));
    result.set(reserved ? `${name} (column)` : name, asJson(value));
  }
  return result;
}

/** The text that the mapped columns make; empty where all of them are blank. */
export function mappedText(fields: Fields, { text }: Mapping): string {
  return text
    .map((column) => asText(fields.get(column)))
    .filter((each) => each.trim() !== '')
    .join('\n\n');
}

/** The part of that text whose first words name it: of a chat the first thing that a user says. */
export function mappedOpening(fields: Fields, { text }: Mapping): string {
  const openings = text.map((column) => {
    const value = fields.get(column);
    const turns = turnsOf(value);
    return turns ? firstSaid(turns) : asText(value);
  });
  return openings.find((each) => each.trim() !== '') ?? '';
}
