import type { HubListing } from '../../core/hub/listing.ts';
import type { HubTexts } from '../../core/hub/messages.ts';
import { AppError } from '../../core/errors.ts';
import { MAX_DESCRIBING_BYTES } from '../../core/limits.ts';
import { fault } from './integrity.ts';
import { ANONYMOUS, refused, type Hub } from './listing.ts';

/**
 * Reads out small files of a model, each checked against size and hash. Those that it does not have are
 * left out, and those that are too large to be what describes a model.
 *
 * @throws AppError `hub-unreachable`, `hub-refused`, `download-corrupt`
 */
export async function fetchTexts(
  { base, fetch }: Hub,
  { id, commit, files }: HubListing,
  wanted: readonly string[],
): Promise<HubTexts> {
  const unreachable = (thrown: unknown): never => {
    throw new AppError('hub-unreachable', { encoder: id }, thrown);
  };
  const small = files.filter(
    ({ path, bytes }) => wanted.includes(path) && bytes <= MAX_DESCRIBING_BYTES,
  );
  const texts = small.map(async (file) => {
    const url = `${base}/${id}/resolve/${commit}/${file.path}`;
    const response = await fetch(url, ANONYMOUS).catch(unreachable);
    if (!response.ok) throw refused(id, response);
    const content = new Uint8Array(await response.arrayBuffer().catch(unreachable));
    const reason = await fault(file, content);
    if (reason !== null) {
      throw new AppError('download-corrupt', { encoder: id, file: file.path, reason });
    }
    return [file.path, new TextDecoder().decode(content)] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
}
