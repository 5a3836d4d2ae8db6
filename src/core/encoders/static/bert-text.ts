import type { JsonObject } from './tokenizer-file.ts';

/** What happens to text before WordPiece sees its words: BERT's basic tokenizer. */
export interface BertText {
  readonly lowercase: boolean;
  /** The text cleaned, lowercased and stripped of accents, as the file asks. */
  normalize(text: string): string;
  /** The words and single punctuation marks of normalised text, in order. */
  words(normalized: string): readonly string[];
}

/** Control, format, private-use and lone surrogate characters, except tab and line ends. */
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\ufffd]/gu;

/**
 * CJK ideographs of the basic plane. BERT also separates those beyond it, but the library that
 * published tokenizers run on in JavaScript tests UTF-16 units and does not: we follow it.
 */
const IDEOGRAPH = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/g;

/** Runs without space or punctuation, and punctuation marks one by one. */
const WORDS = /[^\s\p{P}!-/:-@[-`{-~]+|[\p{P}!-/:-@[-`{-~]/gu;

/** Reads the `normalizer` and `pre_tokenizer` of a tokenizer file; null if they are not BERT's. */
export function readBertText(
  normalizer: JsonObject | null,
  preTokenizer: JsonObject | null,
): BertText | null {
  if (normalizer?.type !== 'BertNormalizer' || preTokenizer?.type !== 'BertPreTokenizer')
    return null;
  const lowercase = Boolean(normalizer.lowercase);
  const accents = normalizer.strip_accents;
  const clean = Boolean(normalizer.clean_text);
  const chinese = Boolean(normalizer.handle_chinese_chars);
  const strip = lowercase ? accents !== false : Boolean(accents);
  return {
    lowercase,
    normalize(text) {
      let result = text;
      if (clean) result = result.replace(INVISIBLE, '').replace(/\s/g, ' ');
      if (chinese) result = result.replace(IDEOGRAPH, ' $& ');
      if (lowercase) result = result.toLowerCase();
      return strip ? result.normalize('NFD').replace(/\p{Mn}/gu, '') : result;
    },
    words: (normalized) => normalized.match(WORDS) ?? [],
  };
}
