import { referenceWords } from './passage-mix.ts';

/**
 * Passages of 100 words from the reference texts, each begun at another word so that none repeats:
 * real prose, with the word frequencies that a tokenizer's cache meets.
 */
export async function passagesOf100Words(count: number): Promise<string[]> {
  const words = await referenceWords();
  return Array.from({ length: count }, (_, i) => {
    const start = (i * 37) % (words.length - 100);
    return words.slice(start, start + 100).join(' ');
  });
}
