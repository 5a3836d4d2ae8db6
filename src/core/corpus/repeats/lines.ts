import type { Span } from '../model.ts';
import { finish53, nextA, nextB, SEED_A, SEED_B } from './hash.ts';

/** Shorter lines (headings, "Thanks,") recur without being a template. */
const MIN_CHARS = 20;

interface Line extends Span {
  readonly hash: number;
}

const SPACE = 0x20;
const WHITE = /\s/;

/** Lines long enough to be told apart, white space within them and around them aside. */
export function* hashedLines(text: string): Generator<Line> {
  let start = 0;
  while (start < text.length) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const hash = hashOf(text, start, end);
    if (hash !== null) yield { start, end, hash };
    start = end + 1;
  }
}

/** The hash of a line with single spaces between its words, as if it were cut out; null for a short one. */
function hashOf(text: string, start: number, end: number): number | null {
  let [a, b] = [SEED_A, SEED_B];
  let chars = 0;
  let apart = false;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (isWhite(unit)) {
      apart = chars > 0;
      continue;
    }
    if (apart) {
      a = nextA(a, SPACE);
      b = nextB(b, SPACE);
      chars++;
      apart = false;
    }
    a = nextA(a, unit);
    b = nextB(b, unit);
    chars++;
  }
  return chars < MIN_CHARS ? null : finish53(a, b);
}

/** Whether `\s` matches a unit: all such units are below 0x21, or above 0x9f. */
function isWhite(unit: number): boolean {
  if (unit <= SPACE) return unit === SPACE || (unit >= 0x09 && unit <= 0x0d);
  return unit > 0x9f && WHITE.test(String.fromCharCode(unit));
}

/** The text without the lines of some hashes; blank lines that are left over close up. */
export function withoutLines(text: string, hashes: ReadonlySet<number>): string {
  const parts: string[] = [];
  let kept = 0;
  for (const { start, end, hash } of hashedLines(text)) {
    if (!hashes.has(hash)) continue;
    parts.push(text.slice(kept, start));
    kept = end;
  }
  if (kept === 0) return text;
  parts.push(text.slice(kept));
  return parts
    .join('')
    .replace(/\n(?:[ \t]*\r?\n){2,}/g, '\n\n')
    .trim();
}
