import { parseListing, type HubListing } from '../../core/hub/listing.ts';
import { AppError } from '../../core/errors.ts';

/** Where models come from. */
export interface Hub {
  /** Absolute URL without a closing slash. */
  readonly base: string;
  readonly fetch: typeof globalThis.fetch;
}

/** What is asked for. */
export interface Wanted {
  readonly id: string;
  readonly revision: string;
  /** Null for all that a model may be made of. */
  readonly files: readonly string[] | null;
}

/** What the hub learns of whoever asks: nothing beyond the request itself. */
export const ANONYMOUS: RequestInit = {
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  cache: 'no-store',
};

/**
 * The commit that a revision stands for, with sizes and hashes of the files that are wanted.
 * @throws AppError `hub-unreachable`, `hub-model-unknown`, `hub-refused`, `hub-file-missing`,
 *   `model-unsupported`
 */
export async function fetchListing(
  { base, fetch }: Hub,
  { id, revision, files }: Wanted,
): Promise<HubListing> {
  const url = `${base}/api/models/${id}/revision/${revision}?blobs=true`;
  const response = await fetch(url, ANONYMOUS).catch((thrown: unknown) => {
    throw new AppError('hub-unreachable', { encoder: id }, thrown);
  });
  // The hub answers 401 for a model that does not exist, since it might be a private one.
  if (response.status === 404 || response.status === 401) {
    throw new AppError('hub-model-unknown', { encoder: id }, response.statusText);
  }
  if (!response.ok) throw refused(id, response);
  const answer: unknown = await response.json().catch(() => null);
  return parseListing(answer, id, files);
}

/** A status that says no. */
export function refused(encoder: string, { status }: Response): AppError {
  return new AppError('hub-refused', { encoder, reason: `it answered with status ${status}` });
}
