import { readBertText } from './bert-text.ts';
import type { JsonObject } from './tokenizer-file.ts';
import { readTokenizerFile } from './tokenizer-file.ts';
import { WordPiece } from './wordpiece.ts';

/** Turns text into token ids; what the token table of a static encoder is indexed by. */
export interface Tokenizer {
  /** Number of ids: every id that `encode` yields is below it. */
  readonly size: number;
  /** Ids that carry no meaning: the unknown token and the special ones. */
  readonly meaningless: ReadonlySet<number>;
  /** The ids of a text, in order. The array is reused: it is valid until the next call. */
  encode(text: string): Uint32Array;
}

/**
 * Reads a `tokenizer.json` of the Hugging Face `tokenizers` library: WordPiece, BPE or Unigram. A
 * WordPiece on BERT's basic tokenizer, as the bundled encoder has it, runs on our own, which is
 * several times as fast; every other file on `@huggingface/tokenizers`, downloaded only then.
 *
 * @throws AppError `model-corrupt` if it is not such a file, `model-unsupported` if it describes
 *   another kind of tokenizer or one that the library would not follow
 */
export async function readTokenizer(json: string, encoder: string): Promise<Tokenizer> {
  const file = readTokenizerFile(json, encoder);
  const { added, ids, kind, model, unknown } = file;
  const text = readBertText(file.normalizer, file.preTokenizer);
  if (kind === 'WordPiece' && text && unknown !== null) {
    const { prefix, maxChars } = piecesOf(model);
    return new WordPiece({ ids, added, unknown, prefix, maxChars, text });
  }
  const { openLibraryTokenizer } = await import('./library-tokenizer.ts');
  return openLibraryTokenizer(file, encoder);
}

function piecesOf(model: JsonObject): { prefix: string; maxChars: number } {
  const { continuing_subword_prefix: prefix, max_input_chars_per_word: maxChars } = model;
  return {
    prefix: typeof prefix === 'string' ? prefix : '##',
    maxChars: typeof maxChars === 'number' && maxChars >= 0 ? maxChars : 100,
  };
}
