import { AppError, type ErrorCode, type ErrorRecord } from '../errors.ts';
import { MAX_DESCRIBING_BYTES } from '../limits.ts';
import { asRecord, isCount } from './checks.ts';
import { isListing, type HubListing } from './listing.ts';
import { isModelFile, isModelId, isRevision } from './names.ts';

/**
 * What the page may ask of `hub.html`: to list what a model has and read out those of `files` that it
 * has and that are small, or to download all of `files`.
 */
export interface HubRequest {
  readonly type: 'list' | 'download';
  readonly id: string;
  readonly revision: string;
  readonly files: readonly string[];
}

/** Content of small files by path. */
export type HubTexts = Readonly<Record<string, string>>;

/** What `hub.html` tells. The last is `listed` or `done`, by what was asked, or `failed`. */
export type HubReply =
  | { readonly type: 'listed'; readonly listing: HubListing; readonly texts: HubTexts }
  /** Bytes that are there and in all, those of earlier visits included. */
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'done'; readonly listing: HubListing }
  | { readonly type: 'failed'; readonly error: ErrorRecord };

/** Files that a model may have at most: no list of wanted files here comes near. */
const MAX_FILES = 16;

/** Failures that the frame may report; any other is reported as `unexpected`. */
const FAILURES: readonly ErrorCode[] = [
  'download-corrupt',
  'download-interrupted',
  'download-no-room',
  'hub-file-missing',
  'hub-model-unknown',
  'hub-refused',
  'hub-unreachable',
  'model-unsupported',
  'storage-unavailable',
  'unexpected',
];

/** A message as a request, or null if it is none: every field is checked and nothing else is taken. */
export function readRequest(message: unknown): HubRequest | null {
  const { type, id, revision, files } = asRecord(message);
  if (type !== 'list' && type !== 'download') return null;
  if (!isModelId(id) || !isRevision(revision) || !Array.isArray(files)) return null;
  if (files.length === 0 || files.length > MAX_FILES || !files.every(isModelFile)) return null;
  return { type, id, revision, files: [...files] };
}

/** A message as a reply, or null if it is none. */
export function readReply(message: unknown): HubReply | null {
  const { type, listing, texts, done, total, error } = asRecord(message);
  if (type === 'done') return isListing(listing) ? { type, listing } : null;
  if (type === 'listed') {
    return isListing(listing) && isTexts(texts) ? { type, listing, texts } : null;
  }
  if (type === 'progress') {
    return isCount(done) && isCount(total) && done <= total ? { type, done, total } : null;
  }
  if (type !== 'failed') return null;
  const { code, params, cause } = asRecord(error);
  const known = FAILURES.some((each) => each === code) && typeof params === 'object';
  if (!known || !(cause === null || typeof cause === 'string')) return null;
  return { type, error: error as ErrorRecord };
}

function isTexts(value: unknown): value is HubTexts {
  if (typeof value !== 'object' || value === null) return false;
  const entries = Object.entries(value);
  return (
    entries.length <= MAX_FILES &&
    entries.every(
      ([path, text]) =>
        isModelFile(path) && typeof text === 'string' && text.length <= MAX_DESCRIBING_BYTES,
    )
  );
}

/** What is sent of a failure. */
export function failure(thrown: unknown): HubReply {
  const error = AppError.from(thrown);
  const known = FAILURES.includes(error.code)
    ? error
    : new AppError('unexpected', { message: error.message });
  return { type: 'failed', error: known.toRecord() };
}
