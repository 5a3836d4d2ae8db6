import type { HubFile, HubListing } from '../../core/hub/listing.ts';
import { AppError } from '../../core/errors.ts';
import { DOWNLOAD_PART } from '../../core/limits.ts';
import { ANONYMOUS, refused, type Hub } from './listing.ts';
import type { KeptBytes, PartStore } from './part-store.ts';

export interface FileTransfer {
  readonly hub: Hub;
  readonly listing: Pick<HubListing, 'id' | 'commit'>;
  readonly parts: PartStore;
  /** Called with the bytes of the file that are there. */
  readonly report: (bytes: number) => void;
}

/** A connection that broke, or ended too soon. */
export class Interrupted extends Error {}

/**
 * Fetches what is missing of a file. It is kept part by part, so that whatever ends this, an error,
 * a closed page, costs less than `DOWNLOAD_PART`. If the server will not go on where it stopped, or
 * says by its ETag or the size that it has another file now, it starts over.
 *
 * @throws Interrupted; AppError `hub-file-missing`, `hub-refused`, `download-corrupt`; whatever the
 *   store throws
 */
export async function fetchFile(file: HubFile, transfer: FileTransfer): Promise<void> {
  const { parts, report } = transfer;
  let kept = await parts.kept(file.path);
  if (kept.bytes > file.bytes) kept = await startOver(file, transfer);
  report(kept.bytes);
  if (kept.bytes === file.bytes) return;
  let response = await ask(file, kept.bytes, transfer);
  if (kept.bytes > 0 && !goesOn(response, kept, file)) {
    kept = await startOver(file, transfer);
    if (response.status !== 200) {
      await response.body?.cancel();
      response = await ask(file, 0, transfer);
    }
  }
  if (response.status === 404) {
    throw new AppError('hub-file-missing', { encoder: transfer.listing.id, file: file.path });
  }
  if (!response.ok) throw refused(transfer.listing.id, response);
  await take(response, file, kept.bytes, transfer);
}

function ask(file: HubFile, from: number, { hub, listing }: FileTransfer): Promise<Response> {
  const url = `${hub.base}/${listing.id}/resolve/${listing.commit}/${file.path}`;
  const headers: HeadersInit = from > 0 ? { Range: `bytes=${from}-` } : {};
  return hub.fetch(url, { ...ANONYMOUS, headers }).catch((thrown: unknown) => {
    throw new Interrupted('no answer', { cause: thrown });
  });
}

async function startOver({ path }: HubFile, { parts }: FileTransfer): Promise<KeptBytes> {
  await parts.clear(path);
  return parts.kept(path);
}

/** Whether the answer is the rest of what is kept. Headers that another origin hides say nothing. */
function goesOn({ status, headers }: Response, kept: KeptBytes, { bytes }: HubFile): boolean {
  if (status !== 206) return false;
  const etag = headers.get('etag');
  if (etag !== null && kept.etag !== null && etag !== kept.etag) return false;
  const range = headers.get('content-range');
  return range === null || range === `bytes ${kept.bytes}-${bytes - 1}/${bytes}`;
}

/** Keeps a body part by part, behind the `from` bytes that are there. */
async function take(
  { body, headers }: Response,
  file: HubFile,
  from: number,
  { parts, report, listing }: FileTransfer,
): Promise<void> {
  const etag = headers.get('etag');
  const reader = body?.getReader();
  let pending: Uint8Array[] = [];
  let size = 0;
  let bytes = from;
  const keep = async (): Promise<void> => {
    if (size > 0) await parts.append(file.path, joined(pending, size), etag);
    pending = [];
    size = 0;
  };
  for (;;) {
    const read = await reader
      ?.read()
      .catch((thrown: unknown) => new Interrupted('', { cause: thrown }));
    if (read instanceof Interrupted || !read || read.done) {
      await keep();
      if (bytes === file.bytes) return;
      throw read instanceof Interrupted ? read : new Interrupted('the answer ended too soon');
    }
    bytes += read.value.length;
    if (bytes > file.bytes) {
      await reader?.cancel();
      await parts.clear(file.path);
      const reason = `it has more than ${file.bytes} bytes`;
      throw new AppError('download-corrupt', { encoder: listing.id, file: file.path, reason });
    }
    pending.push(read.value);
    size += read.value.length;
    if (size >= DOWNLOAD_PART) await keep();
    report(bytes);
  }
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size);
  let end = 0;
  for (const chunk of chunks) {
    whole.set(chunk, end);
    end += chunk.length;
  }
  return whole;
}
