/**
 * What counts as a word, once for the chunker and for every count on the screen: a run of letters,
 * marks and digits, held together by an apostrophe or a hyphen between two of them ("don't",
 * "well-being"). Scripts written without spaces count every character.
 */
const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const OTHER = 1;
const WORD = 2;
const JOINER = 3;
const ALONE = 4;

/** Kinds of the UTF-16 units seen so far; 0 where not yet known. */
const kinds = new Uint8Array(0x10000);
for (const joiner of "'’-‐‑") kinds[joiner.charCodeAt(0)] = JOINER;

/**
 * Words in `text.slice(start, end)`, counted without making the slice.
 *
 * @param start - UTF-16 offset of the first unit counted
 * @param end - UTF-16 offset after the last one
 */
export function countWords(text: string, start = 0, end = text.length): number {
  let count = 0;
  let inside = false;
  for (let i = start; i < end; i++) {
    const kind = kindAt(text, i);
    if (kind === ALONE) count++;
    else if (kind === WORD && !inside) count++;
    inside =
      kind === WORD || (kind === JOINER && inside && i + 1 < end && kindAt(text, i + 1) === WORD);
    if (isHighSurrogate(text.charCodeAt(i)) && isLowSurrogate(text.charCodeAt(i + 1))) i++;
  }
  return count;
}

function kindAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (isHighSurrogate(unit)) return kindOf(String.fromCodePoint(text.codePointAt(index) ?? unit));
  const known = kinds[unit];
  if (known) return known;
  const kind = kindOf(text.charAt(index));
  kinds[unit] = kind;
  return kind;
}

function kindOf(character: string): number {
  if (UNSPACED.test(character)) return ALONE;
  return WORD_CHARACTER.test(character) ? WORD : OTHER;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
