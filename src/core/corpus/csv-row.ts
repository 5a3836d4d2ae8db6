/** What a spreadsheet would take for a formula; full-width signs count as their plain ones there. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

export type Cell = string | number | boolean | null;

/**
 * A row of CSV (RFC 4180) with the break at its end. Numbers are written in full, true and false as yes
 * and no; null and what is no finite number are empty. Text that a spreadsheet would take for a formula
 * gets an apostrophe.
 */
export function csvRow(cells: readonly Cell[]): string {
  return `${cells.map(written).join(',')}\r\n`;
}

function written(cell: Cell): string {
  if (typeof cell === 'number') return Number.isFinite(cell) ? `${cell}` : '';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  const text = cell ?? '';
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
