/** Tokenizer files as model2vec saves them for models other than BERT, small enough for tests. */

/** The 256 characters that byte-level BPE writes bytes as, by byte (GPT-2's table). */
export const BYTES: readonly string[] = byteCharacters();

/** Byte-level BPE: the 256 bytes take the first ids, then come the merged tokens in order. */
export function byteLevelBpe(merges: readonly (readonly [string, string])[]) {
  const tokens = [...BYTES, ...merges.map(([left, right]) => left + right), '<|endoftext|>'];
  return {
    version: '1.0',
    added_tokens: [specialToken('<|endoftext|>', tokens.length - 1)],
    normalizer: null,
    pre_tokenizer: { type: 'ByteLevel', add_prefix_space: false, use_regex: true },
    post_processor: null,
    decoder: null,
    model: {
      type: 'BPE',
      dropout: null,
      unk_token: null,
      continuing_subword_prefix: '',
      end_of_word_suffix: '',
      fuse_unk: false,
      byte_fallback: false,
      vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
      merges,
    },
  };
}

/** Unigram on metaspace: `[UNK]` and `[PAD]` take the first ids, then come tokens with their scores. */
export function unigram(tokens: readonly (readonly [string, number])[]) {
  return {
    version: '1.0',
    added_tokens: [specialToken('[UNK]', 0), specialToken('[PAD]', 1)],
    normalizer: null,
    pre_tokenizer: { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always', split: false },
    post_processor: null,
    decoder: null,
    model: {
      type: 'Unigram',
      unk_id: 0,
      byte_fallback: false,
      vocab: [['[UNK]', 0], ['[PAD]', 0], ...tokens],
    },
  };
}

function specialToken(content: string, id: number): object {
  const flags = { single_word: false, lstrip: false, rstrip: false, normalized: false };
  return { id, content, ...flags, special: true };
}

function byteCharacters(): string[] {
  const isShown = (byte: number): boolean =>
    (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
  let next = 256;
  return Array.from({ length: 256 }, (_, byte) =>
    String.fromCodePoint(isShown(byte) ? byte : next++),
  );
}
