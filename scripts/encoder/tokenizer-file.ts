import { bertTokenizer } from '../bert-tokenizer.ts';

/** The bundled encoder's `tokenizer.json`. Id 0 is the unknown token, word i has the id i + 1. */
export function tokenizerFile(words: readonly string[]): string {
  return JSON.stringify(bertTokenizer(['[UNK]'], words));
}
