import { readWords, SOURCE } from './source.ts';

/** Whole words that the encoder keeps; the source's others serve to learn pieces of words. */
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

/** Takes all usable words from the source file. */
export async function readVocabulary(path: string): Promise<Vocabulary> {
  const words: string[] = [];
  const ranks: number[] = [];
  const numbers: Float64Array[] = [];
  for await (const { word, rank, vector } of readWords(path)) {
    if (!isUsable(word)) continue;
    numbers.push(Float64Array.from(vector));
    words.push(word);
    ranks.push(rank);
  }
  if (words.length < VOCABULARY_SIZE) {
    throw new Error(`${path} holds only ${words.length} usable words`);
  }
  const vectors = new Float64Array(words.length * SOURCE.dims);
  for (const [i, vector] of numbers.entries()) vectors.set(vector, i * SOURCE.dims);
  return { words, ranks, vectors };
}
