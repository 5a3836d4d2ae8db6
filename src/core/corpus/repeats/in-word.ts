/** What a word is made of where texts are compared: letters, marks and digits. */
const IN_WORD = /^[\p{L}\p{M}\p{N}]/u;

const UNKNOWN = 0;
const OUTSIDE = 1;
const INSIDE = 2;
/** By UTF-16 unit; halves of a pair stay unknown, since they mean something only together. */
const kinds = new Uint8Array(0x10000);

/** Whether the character that a unit of a text is, or is half of, belongs to a word. */
export function isInWord(text: string, at: number): boolean {
  const kind = kinds[text.charCodeAt(at)];
  return kind === UNKNOWN ? ask(text, at) : kind === INSIDE;
}

function ask(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit >= 0xd800 && unit <= 0xdfff) {
    const before = text.charCodeAt(at - 1);
    const second = unit >= 0xdc00 && before >= 0xd800 && before <= 0xdbff;
    const start = second ? at - 1 : at;
    return IN_WORD.test(text.slice(start, start + 2));
  }
  const inside = IN_WORD.test(text.charAt(at));
  kinds[unit] = inside ? INSIDE : OUTSIDE;
  return inside;
}
