import type { Print } from './print.ts';

/** Lines that many of some texts have in common. */
export interface Boilerplate {
  /** Of the lines, the most frequent first. */
  readonly lines: readonly number[];
  /** Texts that have one of them. */
  readonly texts: number;
  /** A text with most of them, for showing what they are; −1 where there are none. */
  readonly example: number;
}

/** A line is a template's where this share of the texts has it, and at least so many texts. */
const MIN_SHARE = 0.3;
const MIN_TEXTS = 5;

/**
 * Lines that recur from text to text: templates, headers, signatures. Texts that are the same as
 * another one should be left out, or each of their lines would count as repeated.
 */
export function findBoilerplate(prints: readonly Print[]): Boilerplate {
  const counts = new Map<number, number>();
  for (const { lines } of prints) {
    for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  const least = Math.max(MIN_TEXTS, MIN_SHARE * prints.length);
  const repeated = [...counts].filter(([, count]) => count >= least);
  const lines = repeated.sort((a, b) => b[1] - a[1]).map(([line]) => line);
  const known = new Set(lines);
  const shared = prints.map((print) => print.lines.filter((line) => known.has(line)).length);
  const most = shared.reduce((best, count, at) => (count > (shared[best] ?? 0) ? at : best), 0);
  return {
    lines,
    texts: shared.filter((count) => count > 0).length,
    example: lines.length > 0 ? most : -1,
  };
}
