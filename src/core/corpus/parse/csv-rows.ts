// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- every tsconfig must find it
/// <reference path="./papaparse.d.ts" />
import Papa from 'papaparse/papaparse.min.js';

/** A row of a table as it stands there. */
export interface Row {
  readonly cells: readonly string[];
  /** Whether its quotes are broken. */
  readonly malformed: boolean;
  /** Where the next one begins. */
  readonly end: number;
}

/** UTF-16 units that are parsed at once. */
export const PART_CHARS = 2 ** 18;

/** The first rows of a table, whose lines end in `\n`; all of them if not said otherwise. */
export function rowsIn(table: string, delimiter: string, most = Infinity): Row[] {
  const rows: Row[] = [];
  Papa.parse(table, {
    delimiter,
    newline: '\n',
    header: false,
    step: ({ data, errors, meta }, parser) => {
      rows.push({ cells: data, malformed: errors.length > 0, end: meta.cursor });
      if (rows.length >= most) parser.abort();
    },
  });
  return rows;
}

/**
 * The rows of a table, those of `part` characters at a time. The last row of a part may go on behind it
 * and is parsed anew with the next one, which grows until it holds a whole row.
 */
export function* rowParts(
  table: string,
  delimiter: string,
  part = PART_CHARS,
): Generator<readonly Row[]> {
  let size = part;
  for (let start = 0; start < table.length;) {
    const isLast = start + size >= table.length;
    const rows = rowsIn(table.slice(start, start + size), delimiter);
    if (isLast) {
      yield rows;
      return;
    }
    rows.pop();
    const last = rows.at(-1);
    size = last ? part : 2 * size;
    if (!last) continue;
    yield rows;
    start += last.end;
  }
}
