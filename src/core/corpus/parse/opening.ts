import { OPENING_CHARS } from '../../limits.ts';
import { hash53 } from '../repeats/hash.ts';
import { stemOf, tidyTitle } from './names.ts';

/** UTF-16 units that are looked at: spaces may take most of them. */
const LOOKED_AT = 1_000;
/** A cut after a word may leave so little of the line; a longer last word is cut within. */
const LEAST = OPENING_CHARS / 2;

/**
 * The first words of a text in one line, without the marks of a heading: all of it, or at most
 * `OPENING_CHARS` units up to the end of a word and an ellipsis. Empty where no letter or digit stands there.
 */
export function openingWords(text: string): string {
  const line = tidyTitle(
    text
      .slice(0, LOOKED_AT)
      .trimStart()
      .replace(/^#{1,6}\s/, ''),
  );
  if (!/[\p{L}\p{N}]/u.test(line)) return '';
  if (line.length <= OPENING_CHARS) return line;
  const space = line.lastIndexOf(' ', OPENING_CHARS);
  const cut = line.slice(0, space >= LEAST ? space : OPENING_CHARS);
  return `${cut.replace(/[\ud800-\udbff]$/, '').replace(/[\s,;:–—-]+$/, '')}…`;
}

/** Titles for the texts of a file of many that have none of their own: their first words. */
export class Openings {
  readonly #file: string;
  /** Hashes of the titles given: the texts themselves may be let go. */
  readonly #given = new Set<number>();

  /** @param path - of the file, which names a text without a word */
  constructor(path: string) {
    this.#file = tidyTitle(stemOf(path.split('/').at(-1) ?? path));
  }

  /**
   * The title of a text. One that begins as an earlier one of the file does has the mark behind it, so
   * that a list of prompts with one preamble can be told apart.
   *
   * @param mark - that tells the text from all others of the file: its id, or its line
   */
  title(text: string, mark: string): string {
    const words = openingWords(text);
    if (words === '') return `${this.#file}:${mark}`;
    const hash = hash53(words);
    if (this.#given.has(hash)) return `${words} (${mark})`;
    this.#given.add(hash);
    return words;
  }
}
