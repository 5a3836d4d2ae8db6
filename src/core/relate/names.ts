import type { Word } from './written.ts';

/** Titles before a name, whose full stop ends no sentence and which name nobody by themselves. */
const TITLES = new Set('mr mrs ms mx dr prof st sr jr rev hon capt col gen lt sgt'.split(' '));

/** What English writes with a capital and every text means alike. */
const WEEKDAYS = new Set(
  'monday tuesday wednesday thursday friday saturday sunday'
    .split(' ')
    .flatMap((d) => [d, `${d}s`]),
);

/** Between two words of one sentence: at most a comma or a semicolon, and a space. */
const INSIDE = /^[,;]?[ \u00a0]$/u;
const AFTER_TITLE = /^\.?[ \u00a0]$/u;
/** A line that ends in one of these is no heading. */
const STOP = /[.!?:;…]/u;

/**
 * The content words that a text uses as names, by their `base`: written with a capital inside a
 * sentence at least once, and never with a small first letter in the same text. So "Rose" of a
 * text without roses is a name, also where she begins a sentence. Months, places and languages are
 * names as well, as English writes them; titles and weekdays are not.
 *
 * A capital shows nothing at the beginning of a line, after a full stop, a colon, a quotation mark
 * or a bracket, or in a heading all of whose content words have one. Words in capitals throughout
 * show nothing either way (docs/methods.md §3.3).
 */
export function namesAmong(text: string, words: readonly Word[]): ReadonlySet<string> {
  const capital = new Set<string>();
  const small = new Set<string>();
  let line: string[] = [];
  let prose = false;
  const endLine = (end: number, next: number) => {
    if (prose || STOP.test(text.slice(end, next))) for (const base of line) capital.add(base);
    line = [];
    prose = false;
  };
  let before: Word | null = null;
  let newline = text.indexOf('\n');
  for (const word of words) {
    const { written, start } = word;
    const begins = newline !== -1 && newline < start;
    if (begins) {
      if (before) endLine(before.end, newline);
      newline = text.indexOf('\n', start);
    }
    if (written.stem !== null && !TITLES.has(written.base) && !WEEKDAYS.has(written.base)) {
      if (written.case === 'small') {
        small.add(written.base);
        prose = true;
      } else if (written.case === 'capital' && before && !begins && isInside(text, before, start)) {
        line.push(written.base);
      }
    }
    before = word;
  }
  if (before) endLine(before.end, text.length);
  for (const base of small) capital.delete(base);
  return capital;
}

function isInside(text: string, before: Word, start: number): boolean {
  const gap = text.slice(before.end, start);
  return INSIDE.test(gap) || (TITLES.has(before.written.base) && AFTER_TITLE.test(gap));
}
