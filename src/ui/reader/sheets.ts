import { bisector } from 'd3';
import type { Span } from '../../core/corpus/model.ts';

/** UTF-16 units drawn at a time: about three screens. */
const SHEET_CHARS = 6_000;

/**
 * Cuts a long text into sheets that are drawn one after another. A sheet ends at the first line
 * break at or after `SHEET_CHARS`; in a text without any, at the end of a passage.
 */
export function sheetsOf(text: string, passages: readonly Span[]): Span[] {
  const sheets: Span[] = [];
  let start = 0;
  while (start < text.length) {
    const end = sheetEnd(text, passages, start + SHEET_CHARS);
    sheets.push({ start, end });
    start = end;
  }
  return sheets;
}

const byEnd = bisector<Span, number>(({ end }) => end);

function sheetEnd(text: string, passages: readonly Span[], wanted: number): number {
  if (wanted >= text.length) return text.length;
  let end = text.indexOf('\n', wanted);
  if (end !== -1 && end - wanted <= SHEET_CHARS) {
    while (text[end] === '\n' || text[end] === '\r') end++;
    return end;
  }
  const passage = passages[byEnd.left(passages, wanted)];
  return passage ? Math.min(text.length, Math.max(passage.end, wanted)) : text.length;
}

/** Indices `from` … `to − 1` of the spans, in reading order, that reach into a range. */
export function spansWithin(
  spans: readonly Span[],
  { start, end }: Span,
): { from: number; to: number } {
  const from = byEnd.right(spans, start);
  let to = from;
  while (to < spans.length && spans[to]!.start < end) to++;
  return { from, to };
}

/** Index of the sheet in which a position lies. */
export function sheetAt(sheets: readonly Span[], position: number): number {
  return Math.min(sheets.length - 1, byEnd.right(sheets, position));
}
