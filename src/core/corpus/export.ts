import { csvRow } from './csv-row.ts';
import type { Corpus, Document } from './model.ts';

/** Names of the columns that every document has; its own fields follow under theirs. */
const COLUMNS = ['id', 'role', 'group', 'title', 'text'] as const;

/** Documents as JSON Lines, which the import reads back: id, role, group, title, text, then their fields. */
export function* documentsAsJsonl(
  documents: readonly Document[],
  { groups }: Pick<Corpus, 'groups'>,
): Generator<string> {
  for (const document of documents) {
    const own = [...document.meta].filter(([name]) => !isColumn(name));
    const line = { ...columnsOf(document, groups), ...Object.fromEntries(own) };
    yield `${JSON.stringify(line)}\n`;
  }
}

/**
 * Documents as CSV (RFC 4180), a row each and a column for every field that any of them has. What a
 * spreadsheet would take for a formula gets an apostrophe.
 */
export function* documentsAsCsv(
  documents: readonly Document[],
  { groups }: Pick<Corpus, 'groups'>,
): Generator<string> {
  const fields = new Set(documents.flatMap(({ meta }) => [...meta.keys()]));
  const own = [...fields].filter((name) => !isColumn(name));
  yield csvRow([...COLUMNS, ...own]);
  for (const document of documents) {
    const columns = columnsOf(document, groups);
    yield csvRow([
      ...COLUMNS.map((name) => columns[name]),
      ...own.map((name) => document.meta.get(name) ?? ''),
    ]);
  }
}

function columnsOf(
  { id, role, group, title, text }: Document,
  groups: Corpus['groups'],
): Record<(typeof COLUMNS)[number], string> {
  return { id, role, group: groups.get(group)?.name ?? group, title, text };
}

function isColumn(name: string): boolean {
  return COLUMNS.some((column) => column === name);
}
