import { Tokenizer as Library } from '@huggingface/tokenizers';
import { AppError } from '../../errors.ts';
import { TEXT_SLICE } from '../../limits.ts';
import { cutAtSpaces } from './cut-text.ts';
import { TokenBuffer } from './token-buffer.ts';
import type { Tokenizer } from './tokenizer.ts';
import type { JsonObject, TokenizerFile } from './tokenizer-file.ts';

/**
 * A tokenizer of any kind that `@huggingface/tokenizers` knows. Special tokens are not added. The
 * library hands whole lists of tokens to functions as arguments, which fails on long texts, so that
 * one beyond `TEXT_SLICE` characters is tokenized in parts that end between words.
 *
 * @throws AppError `model-unsupported` if the library does not know a part of the file, or is known
 *   to ignore what the file asks for
 */
export function openLibraryTokenizer(file: TokenizerFile, encoder: string): Tokenizer {
  const unsupported = (reason: string, cause?: unknown) =>
    new AppError('model-unsupported', { encoder, reason }, cause);
  const ignored = ignoredBy(file);
  if (ignored) throw unsupported(ignored);
  let library: Library;
  try {
    library = new Library(forLibrary(file), {});
  } catch (thrown) {
    throw unsupported(thrown instanceof Error ? thrown.message : String(thrown), thrown);
  }
  const found = new TokenBuffer();
  let size = 0;
  for (const id of file.ids.values()) size = Math.max(size, id + 1);
  const special = file.added.filter((token) => token.special).map((token) => token.id);
  return {
    size,
    meaningless: new Set(file.unknown === null ? special : [file.unknown, ...special]),
    encode(text) {
      found.clear();
      for (const part of cutAtSpaces(text, TEXT_SLICE)) {
        const { ids } = library.encode(part, { add_special_tokens: false });
        // Where the file has no unknown token, what is not known is no number.
        for (const id of ids as readonly unknown[]) if (typeof id === 'number') found.push(id);
      }
      return found.view();
    },
  };
}

/** The file with what the library insists on, and without what serves decoding and special tokens. */
function forLibrary({ json, kind, model, normalizer, preTokenizer }: TokenizerFile): object {
  return {
    added_tokens: json.added_tokens ?? [],
    normalizer,
    pre_tokenizer: preTokenizer,
    model: { ...model, type: kind },
    post_processor: null,
    decoder: null,
  };
}

/** Ways to split that the library treats as `Isolated`. */
const UNFOLLOWED = /^(?:MergedWithPrevious|MergedWithNext|Contiguous)$/;

/** What version 0.2 of the library would pass over without a word, giving other tokens. */
function ignoredBy({ kind, model, preTokenizer }: TokenizerFile): string | null {
  if (kind === 'Unigram' && model.byte_fallback === true) return 'Unigram tokenizer with bytes';
  const prefix = model.continuing_subword_prefix;
  if (kind === 'BPE' && typeof prefix === 'string' && prefix !== '') {
    return `BPE tokenizer with the prefix ${prefix}`;
  }
  const behaviour = splitsOf(preTokenizer).find((each) => UNFOLLOWED.test(each));
  return behaviour === undefined ? null : `tokenizer that splits by ${behaviour}`;
}

function splitsOf(preTokenizer: JsonObject | null): string[] {
  if (!preTokenizer) return [];
  const { behavior, pretokenizers, type } = preTokenizer;
  const nested = Array.isArray(pretokenizers) ? (pretokenizers as JsonObject[]) : [];
  const own = type === 'Split' && typeof behavior === 'string' ? [behavior] : [];
  return [...own, ...nested.flatMap(splitsOf)];
}
