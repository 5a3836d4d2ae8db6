/** A run of glyphs as PDF.js reports it. */
export interface SetText {
  readonly str: string;
  /** Whether the line ends after it. */
  readonly hasEOL: boolean;
  /** Of its font, in points. */
  readonly height: number;
  /** The last two numbers are its place: x, y upwards, in points. */
  readonly transform: readonly number[];
}

interface Line {
  text: string;
  y: number;
  height: number;
}

/** Two lines further apart than this many heights of the font are two paragraphs. */
const PARAGRAPH_GAP = 1.9;

/**
 * The text of one page: a line break after each line, a blank line where the distance says that a
 * paragraph ends, and a word that was divided at the end of a line put together again.
 */
export function pageText(items: readonly SetText[]): string {
  let text = '';
  let above: Line | null = null;
  for (const line of linesOf(items)) {
    if (above === null) text = line.text;
    else if (above.y - line.y > PARAGRAPH_GAP * Math.max(above.height, line.height)) {
      text += `\n\n${line.text}`;
    } else if (/\p{Ll}[-\u00ad]$/u.test(text) && /^\p{Ll}/u.test(line.text)) {
      text = text.slice(0, -1) + line.text;
    } else text += `\n${line.text}`;
    above = line;
  }
  return text;
}

function linesOf(items: readonly SetText[]): Line[] {
  const lines: Line[] = [];
  let open: Line | null = null;
  for (const { str, hasEOL, height, transform } of items) {
    open ??= { text: '', y: transform[5] ?? 0, height: 0 };
    open.text += str;
    open.height = Math.max(open.height, height);
    if (!hasEOL) continue;
    lines.push(open);
    open = null;
  }
  if (open) lines.push(open);
  return lines
    .map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() }))
    .filter(({ text }) => text !== '');
}
