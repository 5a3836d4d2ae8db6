import {
  writeSafetensors,
  type NamedTensor,
} from '../../../../../scripts/encoder/write-safetensors.ts';
import type { Encoder, EncoderSpec } from '../../../../../src/core/encoders/encoder.ts';
import { filesModelSource } from '../../../../../src/core/encoders/files-model-source.ts';
import { loadStaticEncoder } from '../../../../../src/core/encoders/static/static-encoder.ts';

/** Tokenizer files as model2vec saves them around other models than BERT, small. */

const FRAME = {
  version: '1.0',
  truncation: null,
  padding: null,
  normalizer: null as object | null,
  pre_tokenizer: null as object | null,
  post_processor: null,
  decoder: null,
};

export function addedToken(content: string, id: number, special = true): object {
  const flags = { single_word: false, lstrip: false, rstrip: false, normalized: false };
  return { id, content, ...flags, special };
}

/** The 256 characters that byte-level BPE writes bytes as, by byte (GPT-2). */
function byteCharacters(): string[] {
  const isShown = (byte: number): boolean =>
    (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
  let next = 256;
  return Array.from({ length: 256 }, (_, byte) =>
    String.fromCodePoint(isShown(byte) ? byte : next++),
  );
}

export const BYTES = byteCharacters();

/** Byte-level BPE: the 256 bytes take the first ids, then come the merged tokens in order. */
export function byteLevelBpe(merges: readonly (readonly [string, string])[]) {
  const tokens = [...BYTES, ...merges.map(([left, right]) => left + right)];
  return {
    ...FRAME,
    added_tokens: [addedToken('<|endoftext|>', tokens.length)],
    pre_tokenizer: {
      type: 'ByteLevel',
      add_prefix_space: false,
      trim_offsets: true,
      use_regex: true,
    },
    model: {
      type: 'BPE',
      dropout: null,
      unk_token: null,
      continuing_subword_prefix: '',
      end_of_word_suffix: '',
      fuse_unk: false,
      byte_fallback: false,
      vocab: Object.fromEntries([...tokens, '<|endoftext|>'].map((token, id) => [token, id])),
      merges,
    },
  };
}

/** Unigram on metaspace: `[UNK]` and `[PAD]`, then the tokens with their scores. */
export function unigram(tokens: readonly (readonly [string, number])[]) {
  return {
    ...FRAME,
    added_tokens: [addedToken('[UNK]', 0), addedToken('[PAD]', 1)],
    pre_tokenizer: { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always', split: false },
    model: {
      type: 'Unigram',
      unk_id: 0,
      byte_fallback: false,
      vocab: [['[UNK]', 0], ['[PAD]', 0], ...tokens],
    },
  };
}

/** An encoder of two dimensions from a tokenizer file and tensors. */
export function open(
  tokenizer: object,
  tensors: readonly NamedTensor[],
  { config = {}, ...spec }: Partial<EncoderSpec> & { readonly config?: object } = {},
): Promise<Encoder> {
  const bytes = (value: object) => new TextEncoder().encode(JSON.stringify(value));
  const full: EncoderSpec = {
    id: 'published',
    revision: '1',
    kind: 'static',
    name: 'Published',
    dims: 2,
    dtype: 'float32',
    pooling: 'mean',
    maxTokens: null,
    licence: 'none',
    ...spec,
  };
  const files = new Map([
    ['config.json', bytes(config)],
    ['tokenizer.json', bytes(tokenizer)],
    ['model.safetensors', Uint8Array.from(writeSafetensors(tensors))],
  ]);
  return loadStaticEncoder(full, filesModelSource(full.id, files));
}
