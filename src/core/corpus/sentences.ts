import { flattenLines } from './lines.ts';
import type { Span } from './model.ts';
import { countWords } from './words.ts';

export interface Sentence extends Span {
  readonly words: number;
  /** A short line without a full stop, such as a heading: it introduces what follows. */
  readonly introduces: boolean;
}

/**
 * Units handed to `Intl.Segmenter` at once. V8 spends time in proportion to the whole input on
 * every sentence of it (2 M characters at once: 197 s; in windows of this size: under a second).
 */
const WINDOW = 1024;

const HEADING_MAX_WORDS = 12;

/** UAX #29 ends a sentence after these before a capital; English does not. */
const ABBREVIATION =
  /(?:^|[\s("'“‘])(?:Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|Mt|Gen|Col|Sgt|Capt|Lt|Rev|Hon|Fig|No|vs|[A-HJ-Z])\.\s*$/;
/** The number of a list item, which UAX #29 takes for a sentence. */
const LIST_NUMBER = /^\s*\d{1,3}\.\s*$/;
const LOWERCASE = /^\p{Ll}/u;
const STOP = /[.!?:;…]["'”’)\]*_]*$/;

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * The sentences of a text in reading order, trimmed, none empty: UAX #29 (`Intl.Segmenter`, `en`)
 * with blank lines, headings and short lines as boundaries, mended after abbreviations and before
 * a lower-case letter (`"Stop?" she said`). Linear in the length of the text.
 *
 * @returns spans in UTF-16 offsets with their words; together they hold every non-white character
 */
export function sentences(text: string): Sentence[] {
  const flat = flattenLines(text);
  const found: Sentence[] = [];
  let start = 0;
  for (const end of boundaries(flat)) {
    const endsLine = flat[end - 1] === '\n';
    if (!endsLine && end < flat.length && runsOn(flat, start, end)) continue;
    const sentence = trimmed(text, start, end, endsLine);
    if (sentence) found.push(sentence);
    start = end;
  }
  return found;
}

/**
 * Offsets at which UAX #29 sentences end, ascending, the last one the length of the text. The last
 * segment of a window may go on behind it, so the next window starts there; a window without any
 * boundary is doubled, and one boundary suffices to return to the small size.
 */
function* boundaries(flat: string): Generator<number> {
  let from = 0;
  let size = WINDOW;
  while (from < flat.length) {
    const window = flat.slice(from, from + size);
    let last = 0;
    for (const { index } of segmenter.segment(window)) {
      if (index === 0) continue;
      yield from + index;
      last = index;
      if (size > WINDOW) break;
    }
    if (last > 0) {
      from += last;
      size = WINDOW;
    } else if (from + size >= flat.length) {
      yield flat.length;
      return;
    } else {
      size *= 2;
    }
  }
}

function runsOn(flat: string, start: number, end: number): boolean {
  const tail = flat.slice(Math.max(start, end - 12), end);
  return (
    LOWERCASE.test(flat.slice(end, end + 2)) ||
    ABBREVIATION.test(tail) ||
    (end - start <= 12 && LIST_NUMBER.test(tail))
  );
}

function trimmed(text: string, start: number, end: number, endsLine: boolean): Sentence | null {
  const slice = text.slice(start, end);
  const kept = slice.trim();
  if (kept === '') return null;
  const first = start + slice.length - slice.trimStart().length;
  const words = countWords(kept);
  return {
    start: first,
    end: first + kept.length,
    words,
    introduces: endsLine && words <= HEADING_MAX_WORDS && !STOP.test(kept.slice(-8)),
  };
}
