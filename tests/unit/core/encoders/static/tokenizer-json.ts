/** A BERT-style tokenizer.json for tests, as an object to change before it is serialised. */
export function tokenizerJson(tokens: readonly string[], normalizer: object = {}) {
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: ['[PAD]', '[UNK]', '[CLS]'].map((content, id) => ({
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
    post_processor: null,
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(
        ['[PAD]', '[UNK]', '[CLS]', ...tokens].map((token, id) => [token, id]),
      ),
    },
  };
}

const ALPHANUMERIC = Array.from('abcdefghijklmnopqrstuvwxyz0123456789');

/** Words, letters and pieces enough to split most Latin words, and a few from elsewhere. */
export const TOKENS = [
  ...ALPHANUMERIC,
  ...ALPHANUMERIC.map((char) => `##${char}`),
  ...Array.from('.,!?\'"-()$%+~’“”…—'),
  ...['the', 'ship', 'mind', 'refuse', '##d', '##s', '##ing', 'un', '##kind', 'cafe', 'naive'],
  ...['中', '文', 'σ', 'ς', '##ς', '##σ', 'ο', '##ο', 'δ', '##δ', '😀', '##😀', 'ß', '##ß', 'i'],
].filter((token, index, all) => all.indexOf(token) === index);
