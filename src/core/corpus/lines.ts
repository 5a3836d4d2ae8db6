/** A line break with all white space around the following ones: `\n`, `\r\n`, `\n\n  `. */
const BREAK_RUN = /[\n\r\u2028\u2029]\s*/g;
/** A run with a second line break in it: a blank line. `\r\n` is one break. */
const BLANK_LINE = /^(?:\r\n|\r(?!\n)|[\n\u2028\u2029])[^\n\r\u2028\u2029]*[\n\r\u2028\u2029]/;

/** Widths at which mail programs and editors wrap prose; longer and shorter lines end by intent. */
const WRAPPED_MIN = 50;
const WRAPPED_MAX = 120;

const LOWERCASE = /^\p{Ll}/u;
const PROSE = /^[\p{L}"'“‘(]/u;
const STOP = /[.!?:;…]["'”’)\]]*$/;

/**
 * The same text, unit for unit, with line breaks made to mean one thing: `\n` where a line ends by
 * intent (blank line, heading, list item, short line), a space where prose was merely wrapped.
 * Offsets therefore stay valid.
 */
export function flattenLines(text: string): string {
  const parts: string[] = [];
  let line = 0;
  for (const { 0: run, index } of text.matchAll(BREAK_RUN)) {
    const next = index + run.length;
    const wrapped = !BLANK_LINE.test(run) && isWrapped(text, line, index, next);
    parts.push(text.slice(line, index), wrapped ? ' ' : '\n', ' '.repeat(run.length - 1));
    line = next;
  }
  parts.push(text.slice(line));
  return parts.join('');
}

function isWrapped(text: string, start: number, end: number, next: number): boolean {
  const width = end - start;
  if (width < WRAPPED_MIN || width > WRAPPED_MAX || text[start] === '#') return false;
  const head = text.slice(next, next + 2);
  if (LOWERCASE.test(head)) return true;
  return PROSE.test(head) && !STOP.test(text.slice(start, end).trimEnd());
}
