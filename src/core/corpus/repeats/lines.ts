import type { Span } from '../model.ts';
import { hash53 } from './hash.ts';

/** Shorter lines (headings, "Thanks,") recur without being a template. */
const MIN_CHARS = 20;

interface Line extends Span {
  readonly hash: number;
}

/** Lines long enough to be told apart, white space within them and around them aside. */
export function* hashedLines(text: string): Generator<Line> {
  let start = 0;
  while (start < text.length) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const line = text.slice(start, end).replace(/\s+/g, ' ').trim();
    if (line.length >= MIN_CHARS) yield { start, end, hash: hash53(line) };
    start = end + 1;
  }
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
