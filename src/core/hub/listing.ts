import { AppError } from '../errors.ts';
import { MAX_LISTED_FILES, MAX_MODEL_BYTES } from '../limits.ts';
import { asRecord, isCount } from './checks.ts';
import { isCommit, isModelFile, isModelId } from './names.ts';

/** What a file must hash to: SHA-256 of its bytes, or the SHA-1 that Git gives a blob of them. */
export interface FileHash {
  readonly of: 'content' | 'git-blob';
  /** Lower-case hex. */
  readonly hex: string;
}

export interface HubFile {
  readonly path: string;
  readonly bytes: number;
  /** Null where the hub tells none: then only the size can be checked. */
  readonly hash: FileHash | null;
}

/** A model as the hub has it at one commit, as far as it is wanted here. */
export interface HubListing {
  readonly id: string;
  readonly commit: string;
  /** As its card states it. */
  readonly licence: string;
  readonly files: readonly HubFile[];
}

/** Bytes of all files. */
export function listingBytes({ files }: Pick<HubListing, 'files'>): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

/**
 * Reads what the hub's API answers to `/api/models/{id}/revision/{revision}?blobs=true`: `sha`,
 * `cardData.license` and `siblings`, each with `rfilename`, `size`, `blobId` and, for large files,
 * `lfs.sha256`.
 *
 * @param wanted paths of the files that are needed, all others being passed over; or null for whatever
 *   a model may be made of and is not too large, `MAX_LISTED_FILES` at most
 * @throws AppError `hub-file-missing` naming a wanted file; `hub-refused` if the answer is of another
 *   form; `model-unsupported` if a wanted file is larger than `MAX_MODEL_BYTES`
 */
export function parseListing(
  answer: unknown,
  id: string,
  wanted: readonly string[] | null,
): HubListing {
  const { sha, siblings, cardData } = asRecord(answer);
  if (!isCommit(sha) || !Array.isArray(siblings)) {
    throw new AppError('hub-refused', { encoder: id, reason: 'its list of files cannot be read' });
  }
  const found = new Map(siblings.map(asRecord).map((each) => [each.rfilename, each]));
  const files = (wanted ?? modelFilesAmong(found)).map((path) => {
    const sibling = found.get(path);
    if (!sibling) throw new AppError('hub-file-missing', { encoder: id, file: path });
    return readFile(sibling, path, id);
  });
  const { license } = asRecord(cardData);
  return { id, commit: sha, licence: isText(license) ? license : 'not stated', files };
}

function modelFilesAmong(found: ReadonlyMap<unknown, Record<string, unknown>>): string[] {
  const usable = ([path, { size }]: readonly [unknown, Record<string, unknown>]): boolean =>
    isModelFile(path) && isCount(size) && size <= MAX_MODEL_BYTES;
  const paths = [...found].filter(usable).map(([path]) => String(path));
  return paths.slice(0, MAX_LISTED_FILES);
}

/** Whether a value from elsewhere is a listing, every name in it being one that may be asked for. */
export function isListing(value: unknown): value is HubListing {
  const { id, commit, licence, files } = asRecord(value);
  return (
    isModelId(id) &&
    isCommit(commit) &&
    isText(licence) &&
    Array.isArray(files) &&
    files.length <= MAX_LISTED_FILES &&
    files.every(isHubFile)
  );
}

function readFile(
  { size, blobId, lfs }: Record<string, unknown>,
  path: string,
  id: string,
): HubFile {
  if (!isCount(size)) {
    throw new AppError('hub-refused', { encoder: id, reason: `it states no size for ${path}` });
  }
  if (size > MAX_MODEL_BYTES) {
    const reason = `${path} has ${Math.round(size / 2 ** 20)} MB`;
    throw new AppError('model-unsupported', { encoder: id, reason });
  }
  const { sha256 } = asRecord(lfs);
  const content: FileHash = { of: 'content', hex: String(sha256) };
  // Of a large file Git keeps a pointer only, whose hash says nothing of the bytes that are sent.
  const blob: FileHash = { of: 'git-blob', hex: String(blobId) };
  return { path, bytes: size, hash: [lfs ? content : blob].find(isHash) ?? null };
}

function isHubFile(value: unknown): value is HubFile {
  const { path, bytes, hash } = asRecord(value);
  return isModelFile(path) && isCount(bytes) && (hash === null || isHash(hash));
}

function isHash(value: unknown): value is FileHash {
  const { of, hex } = asRecord(value);
  if (typeof hex !== 'string') return false;
  return of === 'content' ? /^[0-9a-f]{64}$/.test(hex) : of === 'git-blob' && isCommit(hex);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 200;
}
