import { AppError } from '../../errors.ts';
import type { AddedToken } from './added-tokens.ts';

export type TokenizerKind = 'WordPiece' | 'BPE' | 'Unigram';

/** The parts of a `tokenizer.json` that decide which ids a text gets. */
export interface TokenizerFile {
  readonly kind: TokenizerKind;
  /** Added tokens included. */
  readonly ids: ReadonlyMap<string, number>;
  readonly added: readonly AddedToken[];
  /** What a word without known pieces becomes; null if such a word becomes nothing. */
  readonly unknown: number | null;
  /** The whole file. */
  readonly json: JsonObject;
  readonly model: JsonObject;
  readonly normalizer: JsonObject | null;
  readonly preTokenizer: JsonObject | null;
}

export type JsonObject = Readonly<Record<string, unknown>>;
type Corrupt = (reason: string) => AppError;

/**
 * Reads a `tokenizer.json` of the Hugging Face `tokenizers` library.
 *
 * @throws AppError `model-corrupt` if it is not such a file, `model-unsupported` if its model is of
 *   another type than WordPiece, BPE or Unigram
 */
export function readTokenizerFile(json: string, encoder: string): TokenizerFile {
  const corrupt: Corrupt = (reason) =>
    new AppError('model-corrupt', { encoder, file: 'tokenizer.json', reason });
  const file = toObject(parse(json, corrupt));
  const model = toObject(file?.model);
  if (!file || !model) throw corrupt('it describes no tokenizer');
  const kind = kindOf(model, encoder);
  const ids = new Map(
    kind === 'Unigram' ? readList(model, corrupt) : readVocabulary(model, corrupt),
  );
  const added = readAdded(file.added_tokens, corrupt);
  for (const token of added) ids.set(token.content, token.id);
  return {
    kind,
    ids,
    added,
    unknown: unknownOf(kind, model, ids, corrupt),
    json: file,
    model,
    normalizer: toObject(file.normalizer),
    preTokenizer: toObject(file.pre_tokenizer),
  };
}

/** Files of old leave the type out; the library that reads them tells it by the other fields. */
function kindOf(model: JsonObject, encoder: string): TokenizerKind {
  const { type, vocab } = model;
  if (type === 'WordPiece' || type === 'BPE' || type === 'Unigram') return type;
  if (type === undefined && Array.isArray(vocab)) return 'Unigram';
  if (type === undefined && vocab !== undefined && 'merges' in model) return 'BPE';
  if (type === undefined && vocab !== undefined && 'unk_token' in model) return 'WordPiece';
  const reason = `tokenizer of type ${typeof type === 'string' ? type : JSON.stringify(type ?? null)}`;
  throw new AppError('model-unsupported', { encoder, reason });
}

function readVocabulary({ vocab }: JsonObject, corrupt: Corrupt): [string, number][] {
  const entries = toObject(vocab);
  if (!entries) throw corrupt('the vocabulary is missing');
  return Object.entries(entries).map(([token, id]) => {
    if (!isId(id)) throw corrupt(`token "${token}" has no id`);
    return [token, id];
  });
}

/** A Unigram's vocabulary: tokens with their scores, in the order of their ids. */
function readList({ vocab }: JsonObject, corrupt: Corrupt): [string, number][] {
  if (!Array.isArray(vocab)) throw corrupt('the vocabulary is missing');
  return vocab.map((entry: unknown, id) => {
    const [token, score] = Array.isArray(entry) ? (entry as unknown[]) : [];
    if (typeof token !== 'string' || !Number.isFinite(score)) {
      throw corrupt(`token ${id} has no score`);
    }
    return [token, id];
  });
}

function unknownOf(
  kind: TokenizerKind,
  model: JsonObject,
  ids: ReadonlyMap<string, number>,
  corrupt: Corrupt,
): number | null {
  const { unk_id: id = null, unk_token: token = null } = model;
  if (kind === 'Unigram') {
    if (id === null || (isId(id) && id < ids.size)) return id;
    throw corrupt('its unknown token is not in the vocabulary');
  }
  const found = typeof token === 'string' ? ids.get(token) : undefined;
  if (found === undefined && kind === 'WordPiece') {
    throw corrupt('the vocabulary lacks its unknown token');
  }
  return found ?? null;
}

function readAdded(value: unknown, corrupt: Corrupt): AddedToken[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw corrupt('the added tokens are not a list');
  return value.map((entry: unknown) => {
    const { content, id, special, normalized } = toObject(entry) ?? {};
    if (typeof content !== 'string' || content === '' || !isId(id)) {
      throw corrupt('an added token is malformed');
    }
    const isSpecial = special === true;
    const isNormalized = typeof normalized === 'boolean' ? normalized : !isSpecial;
    return { content, id, special: isSpecial, normalized: isNormalized };
  });
}

function parse(json: string, corrupt: Corrupt): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw corrupt('it is not JSON');
  }
}

function toObject(value: unknown): JsonObject | null {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as JsonObject) : null;
}

function isId(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
