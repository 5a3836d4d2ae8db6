import { listingBytes, type HubListing } from '../../core/hub/listing.ts';
import { AppError } from '../../core/errors.ts';
import { isQuota, storageError } from '../storage-error.ts';
import { fetchFile, Interrupted } from './fetch-file.ts';
import { fault } from './integrity.ts';
import type { Hub } from './listing.ts';
import type { PartStore } from './part-store.ts';

export interface Download {
  readonly hub: Hub;
  readonly listing: HubListing;
  readonly parts: PartStore;
  /** Bytes that are there and in all. */
  readonly report: (done: number, total: number) => void;
}

/**
 * Fetches the files of a model, one after the other, and checks each against size and hash. What
 * arrived in an earlier attempt is not fetched again; a file that fails its check is forgotten.
 *
 * @throws AppError `download-interrupted` and `download-no-room`, both with what is there,
 *   `download-corrupt`, `hub-file-missing`, `hub-refused`, `storage-unavailable`
 */
export async function downloadModel({ hub, listing, parts, report }: Download): Promise<void> {
  const total = listingBytes(listing);
  let before = 0;
  let there = 0;
  try {
    await parts.begin(listing);
    for (const file of listing.files) {
      const told = (bytes: number): void => report((there = before + bytes), total);
      await fetchFile(file, { hub, listing, parts, report: told });
      const reason = await fault(file, await parts.read(file.path));
      if (reason !== null) {
        await parts.clear(file.path);
        throw new AppError('download-corrupt', { encoder: listing.id, file: file.path, reason });
      }
      before += file.bytes;
    }
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    const state = { encoder: listing.id, bytes: there, total };
    if (thrown instanceof Interrupted) throw new AppError('download-interrupted', state, thrown);
    if (isQuota(thrown)) throw new AppError('download-no-room', state, thrown);
    throw thrown instanceof DOMException ? storageError(thrown) : thrown;
  }
}
