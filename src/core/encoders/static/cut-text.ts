/**
 * A text in parts of at most `max` UTF-16 units, which together are the text. A part ends before a
 * single space between two other characters where there is one in its second half, else anywhere
 * but within a surrogate pair.
 *
 * @param max at least 2
 */
export function cutAtSpaces(text: string, max: number): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  while (text.length - start > max) {
    const end = spaceBefore(text, start + max, start + max / 2) ?? wholeBefore(text, start + max);
    parts.push(text.slice(start, end));
    start = end;
  }
  if (start < text.length || start === 0) parts.push(text.slice(start));
  return parts;
}

function spaceBefore(text: string, from: number, to: number): number | null {
  for (let at = from; at > to; at--) {
    if (text[at] === ' ' && !isSpace(text, at - 1) && !isSpace(text, at + 1)) return at;
  }
  return null;
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text[at] ?? ' ');
}

function wholeBefore(text: string, at: number): number {
  const isPair = /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
  return isPair ? at - 1 : at;
}
