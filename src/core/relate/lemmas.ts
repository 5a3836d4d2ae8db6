import { stemmer } from 'stemmer';
import type { Span } from '../corpus/model.ts';
import { STOP_WORDS } from './stop-words.ts';

/** One content word of a text: its lemma and where it stands. */
export interface Lemma extends Span {
  readonly lemma: string;
}

/** What each written word came to, null for words without content; pass the same one again for speed. */
export type LemmaMemo = Map<string, string | null>;

/** A run of letters, marks and digits, with apostrophes inside. */
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’][\p{L}\p{M}]+)*/gu;

/** Porter's rules take quadratic time on what is no word: a hash, a script without spaces. */
const LONGEST_WORD = 40;

/**
 * The content words of a text in reading order, with half-open UTF-16 offsets: lowercased, English
 * function words out, numbers and single letters out, reduced to their stem by Porter's algorithm
 * (Porter 1980; a stem, though the field calls it a lemma). Words in other languages pass through;
 * scripts without spaces count as one word per run (docs/methods.md §3.3).
 */
export function contentLemmas(text: string, memo: LemmaMemo = new Map()): Lemma[] {
  const found: Lemma[] = [];
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
    const word = match[0];
    let lemma = memo.get(word);
    if (lemma === undefined) {
      lemma = lemmaOf(word);
      memo.set(word, lemma);
    }
    if (lemma !== null) found.push({ lemma, start: match.index, end: match.index + word.length });
  }
  return found;
}

/** The lemma of one written word, or null if it carries no content. */
export function lemmaOf(word: string): string | null {
  const plain = word.normalize('NFC').toLowerCase().replaceAll('’', "'");
  if (plain.endsWith("n't") || /^\p{N}/u.test(plain)) return null;
  const base = plain.replace(/'(?:s|d|m|ll|re|ve)$/u, '');
  if (base.length < 2 || STOP_WORDS.has(base)) return null;
  return base.length > LONGEST_WORD ? base : stemmer(base);
}
