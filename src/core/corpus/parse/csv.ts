import { PART_CHARS, rowParts, rowsIn } from './csv-rows.ts';
import type { SourceFile } from './draft.ts';
import type { Findings } from './findings.ts';
import type { Mapping } from './mapping.ts';
import { readRecord, type Fields } from './record.ts';
import { understand } from './shapes.ts';

const DELIMITERS = [',', '\t', ';', '|'];
/** UTF-16 units that the header is looked for in, and of its names that an error lists. */
const HEADER_CHARS = 2 ** 16;
const LISTED_CHARS = 200;
const SHOWN_ROWS = 3;

/**
 * A .csv file (comma, tab, semicolon or bar) has a header and one document per row (RFC 4180, quoted
 * line breaks included). Columns are matched by position and kept in a `Map`, so that no name of
 * a column, "__proto__" included, means anything to the language.
 */
export async function parseCsv(
  text: string,
  file: SourceFile,
  findings: Findings,
  mapping: Mapping | null,
): Promise<void> {
  const unix = text.replace(/\r\n?/g, '\n');
  const leading = /^\s*\n/.exec(unix)?.[0] ?? '';
  const table = unix.slice(leading.length);
  const { delimiter, columns } = guessHeader(table);
  findings.sketch.name(columns);
  if (!mapping && !couldHoldText(columns)) {
    const rows = firstRows(table, delimiter);
    for (const row of rows) findings.sketch.add(fieldsOf(columns, row));
    const listed = columns.join(', ');
    const short = listed.length > LISTED_CHARS ? `${listed.slice(0, LISTED_CHARS)}…` : listed;
    findings.problem('csv-without-text', { file: findings.file, columns: short });
    return;
  }
  let line = 1 + count(leading, '\n');
  let isHeader = true;
  for (const rows of rowParts(table, delimiter)) {
    for (const { cells, malformed } of rows) {
      const isRecord = !isHeader && cells.some((cell) => cell.trim() !== '');
      if (isRecord) findings.nextRecord();
      if (malformed) findings.malformed('csv-malformed', line);
      else if (isRecord) {
        readRecord(fieldsOf(columns, cells), file, line, findings, mapping);
      }
      isHeader = false;
      const last = line;
      line += cells.reduce((breaks, cell) => breaks + count(cell, '\n'), 1);
      if (findings.stopAfter(last)) return;
    }
    const rest = findings.pace.worked(PART_CHARS);
    if (rest) await rest;
  }
}

/** The delimiter under which the header names a text, else the one that gives most columns. */
function guessHeader(table: string): { delimiter: string; columns: string[] } {
  const head = table.slice(0, HEADER_CHARS);
  const guesses = DELIMITERS.map((delimiter) => {
    const [header] = rowsIn(head, delimiter, 1);
    return { delimiter, columns: uniqueNames(header?.cells ?? []) };
  }).sort((a, b) => b.columns.length - a.columns.length);
  const named = guesses.find(({ columns }) => couldHoldText(columns));
  return named ?? guesses[0] ?? { delimiter: ',', columns: [] };
}

/** Column names made distinct: "", "a", "a" becomes "column 1", "a", "a (3)". */
function uniqueNames(header: readonly string[]): string[] {
  const taken = new Set<string>();
  return header.map((cell, index) => {
    const name = cell.trim() || `column ${index + 1}`;
    const free = taken.has(name) ? `${name} (${index + 1})` : name;
    taken.add(free);
    return free;
  });
}

function fieldsOf(columns: readonly string[], row: readonly string[]): Fields {
  const fields = new Map<string, string>();
  for (const [index, cell] of row.entries()) {
    if (cell.trim() !== '') fields.set(columns[index] ?? `column ${index + 1}`, cell);
  }
  return fields;
}

/** Whether columns of these names make a text once their cells are filled. */
function couldHoldText(columns: readonly string[]): boolean {
  const filled = new Map(columns.map((name) => [name, '[{"role":"user","content":"x"}]']));
  return understand(filled) !== null;
}

/** A few rows below the header, for the reader to see what the columns hold. */
function firstRows(table: string, delimiter: string): (readonly string[])[] {
  const rows = rowsIn(table.slice(0, HEADER_CHARS), delimiter, 1 + SHOWN_ROWS);
  return rows.slice(1).map(({ cells }) => cells);
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found++;
  return found;
}
