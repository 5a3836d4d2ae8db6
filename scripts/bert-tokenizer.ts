interface Variation {
  /** Fields of the normaliser that differ from BERT's own. */
  readonly normalizer?: object;
  readonly postProcessor?: object | null;
}

/**
 * What a `tokenizer.json` of the Hugging Face `tokenizers` library holds: BERT's normaliser and basic
 * tokenizer, then WordPiece. The special tokens take the first ids, `[UNK]` must be among them.
 */
export function bertTokenizer(
  special: readonly string[],
  tokens: readonly string[],
  { normalizer = {}, postProcessor = null }: Variation = {},
) {
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: special.map((content, id) => ({
      id,
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    })),
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: true,
      ...normalizer,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: postProcessor,
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries([...special, ...tokens].map((token, id) => [token, id])),
    },
  };
}
