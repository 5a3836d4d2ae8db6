import type { Span } from '../corpus/model.ts';
import { namesAmong } from './names.ts';
import { wordsOf, type Word, type WordMemo } from './written.ts';

/** One content word of a text: its lemma and where it stands. */
export interface Lemma extends Span {
  /** A stem, in small letters; a name whole, with a capital: never equal to a stem. */
  readonly lemma: string;
  readonly name: boolean;
}

/**
 * The content words of a text in reading order, with half-open UTF-16 offsets: lowercased, English
 * function words out, numbers and single letters out, reduced to their stem by Porter's algorithm
 * (Porter 1980; a stem, though the field calls it a lemma). A name is a lemma of its own, not
 * stemmed, so that "Rose" is not taken for a rose; `namesAmong` says what a name is. Words in
 * other languages pass through; scripts without spaces count as one word per run (docs/methods.md
 * §3.3).
 */
export function contentLemmas(text: string, memo?: WordMemo): Lemma[] {
  return lemmasAmong(text, wordsOf(text, memo));
}

/** The same from the text's words. */
export function lemmasAmong(text: string, words: readonly Word[]): Lemma[] {
  const names = namesAmong(text, words);
  const lemmas: Lemma[] = [];
  for (const { written, start, end } of words) {
    const { base, stem } = written;
    if (stem === null) continue;
    const name = names.has(base);
    lemmas.push({ lemma: name ? capitalised(base) : stem, name, start, end });
  }
  return lemmas;
}

function capitalised(base: string): string {
  const first = String.fromCodePoint(base.codePointAt(0) ?? 0);
  return first.toUpperCase() + base.slice(first.length);
}
