import { stemmer } from 'stemmer';
import type { Span } from '../corpus/model.ts';
import { STOP_WORDS } from './stop-words.ts';

/** How a word begins: `capital` has small letters after it, `shouted` has none. */
export type Case = 'small' | 'capital' | 'shouted';

/** A word as texts write it, and what it comes to. */
export interface Written {
  /** In lower case, with straight apostrophes, endings and all. */
  readonly plain: string;
  /** `plain` without the ending of a possessive or a contraction. */
  readonly base: string;
  /** Stem by Porter's algorithm; null for words without content. */
  readonly stem: string | null;
  readonly case: Case;
}

/** One word of a text and where it stands, in half-open UTF-16 offsets. */
export interface Word extends Span {
  readonly written: Written;
}

/** What each written word came to; pass the same one again for speed. */
export type WordMemo = Map<string, Written>;

/** A run of letters, marks and digits, with apostrophes inside. */
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’][\p{L}\p{M}]+)*/gu;

/** Porter's rules take quadratic time on what is no word: a hash, a script without spaces. */
const LONGEST_WORD = 40;

/** All words of a text in reading order, function words and numbers included. */
export function wordsOf(text: string, memo: WordMemo = new Map()): Word[] {
  const words: Word[] = [];
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
    const word = match[0];
    let written = memo.get(word);
    if (!written) {
      written = write(word);
      memo.set(word, written);
    }
    words.push({ written, start: match.index, end: match.index + word.length });
  }
  return words;
}

function write(word: string): Written {
  const plain = word.normalize('NFC').toLowerCase().replaceAll('’', "'");
  const base = plain.replace(/'(?:s|d|m|ll|re|ve)$/u, '');
  return { plain, base, stem: stemOf(plain, base), case: caseOf(word) };
}

function stemOf(plain: string, base: string): string | null {
  if (plain.endsWith("n't") || /^\p{N}/u.test(plain)) return null;
  if (base.length < 2 || STOP_WORDS.has(base)) return null;
  return base.length > LONGEST_WORD ? base : stemmer(base);
}

function caseOf(word: string): Case {
  if (!/^\p{Lu}/u.test(word)) return 'small';
  // "ROSE'S" and "MPs" are as shouted as "ROSE".
  return /\p{Ll}/u.test(word.replace(/['’]?s$/u, '')) ? 'capital' : 'shouted';
}
