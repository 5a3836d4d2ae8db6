import { AppError } from '../../errors.ts';
import type { AddedToken } from './added-tokens.ts';
import type { Origin } from './safetensors.ts';
import { readBertText } from './bert-text.ts';
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
 * Reads a `tokenizer.json` of the Hugging Face `tokenizers` library. Supported: a WordPiece model
 * with `BertNormalizer` and `BertPreTokenizer`.
 *
 * @throws AppError `model-corrupt` if it is not such a file, `model-unsupported` if it describes
 *   another kind of tokenizer
 */
export function readTokenizer(json: string, encoder: string): Tokenizer {
  const origin: Origin = { encoder, file: 'tokenizer.json' };
  const corrupt = (reason: string) => new AppError('model-corrupt', { ...origin, reason });
  const file = record(parse(json, corrupt));
  const model = record(file?.model);
  const vocabulary = record(model?.vocab);
  if (!file || !model) throw corrupt('it describes no tokenizer');
  if (model.type !== 'WordPiece') {
    const type = JSON.stringify(model.type ?? null);
    throw new AppError('model-unsupported', { encoder, reason: `tokenizer ${type}` });
  }
  if (!vocabulary) throw corrupt('the vocabulary is missing');

  const ids = new Map<string, number>();
  for (const [token, id] of Object.entries(vocabulary)) {
    if (!isId(id)) throw corrupt(`token "${token}" has no id`);
    ids.set(token, id);
  }
  const added = readAdded(file.added_tokens, corrupt);
  for (const token of added) ids.set(token.content, token.id);
  const unknown = ids.get(String(model.unk_token));
  if (unknown === undefined) throw corrupt('the vocabulary lacks its unknown token');

  return new WordPiece({
    ids,
    added,
    unknown,
    prefix: stringOr(model.continuing_subword_prefix, '##'),
    maxChars: isId(model.max_input_chars_per_word) ? model.max_input_chars_per_word : 100,
    text: readBertText(record(file.normalizer), record(file.pre_tokenizer), encoder),
  });
}

function readAdded(value: unknown, corrupt: (reason: string) => AppError): AddedToken[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw corrupt('the added tokens are not a list');
  return value.map((entry: unknown) => {
    const { content, id, special, normalized } = record(entry) ?? {};
    if (typeof content !== 'string' || content === '' || !isId(id)) {
      throw corrupt('an added token is malformed');
    }
    const isSpecial = special === true;
    return { content, id, special: isSpecial, normalized: booleanOr(normalized, !isSpecial) };
  });
}

function parse(json: string, corrupt: (reason: string) => AppError): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw corrupt('it is not JSON');
  }
}

function record(value: unknown): Record<string, unknown> | null {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord ? (value as Record<string, unknown>) : null;
}

function isId(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function stringOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}

function booleanOr(value: unknown, otherwise: boolean): boolean {
  return typeof value === 'boolean' ? value : otherwise;
}
