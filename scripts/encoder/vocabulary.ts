import { readWords, SOURCE } from './source.ts';

/** Words that the encoder knows: what fits 7 MB at 100 bytes a word, tokenizer file included. */
export const VOCABULARY_SIZE = 55_000;

export interface Vocabulary {
  /** By falling frequency. */
  readonly words: readonly string[];
  /** [words], rank in the source's whole vocabulary, from 0. */
  readonly ranks: readonly number[];
  /** [words × SOURCE.dims]. */
  readonly vectors: Float64Array;
}

/**
 * Whether BERT's basic tokenizer can ever yield the word: it splits at punctuation and hyphens and
 * strips accents, so only words of a–z and digits remain. The source knows no bare numbers.
 */
export function isUsable(word: string): boolean {
  return /^[a-z0-9]+$/.test(word) && /[a-z]/.test(word);
}

/** Takes the most frequent usable words from the source file. */
export async function readVocabulary(path: string, size: number): Promise<Vocabulary> {
  const words: string[] = [];
  const ranks: number[] = [];
  const vectors = new Float64Array(size * SOURCE.dims);
  for await (const { word, rank, vector } of readWords(path)) {
    if (!isUsable(word)) continue;
    vectors.set(vector, words.length * SOURCE.dims);
    words.push(word);
    ranks.push(rank);
    if (words.length === size) return { words, ranks, vectors };
  }
  throw new Error(`${path} holds only ${words.length} usable words`);
}
