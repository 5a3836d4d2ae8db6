import { ZipReader } from '@zip.js/zip.js/lib/zip-core-reader.js';
import { AppError } from '../../errors.ts';
import { zipReader, type ByteSource } from './byte-source.ts';

/** What an archive may hold; see `src/core/limits.ts`. */
export interface ArchiveLimits {
  readonly files: number;
  /** Bytes of all files together once inflated. */
  readonly bytes: number;
}

export interface ArchiveEntry {
  /** `/`-separated, without steps up, drives or a leading slash: a name, never a place on a disk. */
  readonly path: string;
  /** Bytes once inflated, as the archive declares; `read` gives no more than that. */
  readonly size: number;
  /** @throws AppError `file-damaged` if the bytes are not what the archive declares; `file-encrypted` */
  read(): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * The files of a zip archive, in its order, none inflated yet. What they declare is summed up first,
 * and no file is inflated beyond what it declares, so that a bomb is refused before it goes off.
 *
 * @param file - name for the errors
 * @throws AppError `archive-too-many`, `archive-too-large`, `file-damaged`
 */
export async function openArchive(
  source: ByteSource,
  file: string,
  limits: ArchiveLimits,
): Promise<ArchiveEntry[]> {
  const entries: ArchiveEntry[] = [];
  let bytes = 0;
  const zip = new ZipReader(zipReader(source), {
    useWebWorkers: false,
    checkCrc32: true,
    checkOverlappingEntry: true,
    filenameValidation: 'tolerant',
  });
  try {
    for await (const entry of zip.getEntriesGenerator()) {
      if (entry.directory) continue;
      const { filename, uncompressedSize: size, encrypted } = entry;
      if (entries.length >= limits.files) {
        throw new AppError('archive-too-many', { file, limit: limits.files });
      }
      bytes += size;
      if (bytes > limits.bytes) {
        throw new AppError('archive-too-large', { file, bytes, limit: limits.bytes });
      }
      const path = safePath(filename);
      const name = `${file}/${path}`;
      entries.push({
        path,
        size,
        read: async () => {
          if (encrypted) throw new AppError('file-encrypted', { file: name });
          const inflated = new Uint8Array(size);
          let filled = 0;
          const write = (part: Uint8Array): void => {
            if (filled + part.length > size) throw new RangeError('longer than declared');
            inflated.set(part, filled);
            filled += part.length;
          };
          await damagedOr(name, () => entry.getData(new WritableStream<Uint8Array>({ write })));
          if (filled < size) throw new AppError('file-damaged', { file: name });
          return inflated;
        },
      });
    }
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    throw new AppError('file-damaged', { file }, thrown);
  }
  return entries;
}

async function damagedOr(file: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    throw new AppError('file-damaged', { file }, thrown);
  }
}

/** A name for the screen and for groups: what would lead elsewhere on a disk is left out. */
function safePath(name: string): string {
  const parts = name
    .split(/[/\\]/)
    .filter((part) => part !== '' && !/^(?:\.{1,2}|[a-z]:)$/i.test(part));
  return parts.join('/').replace(/\p{Cc}/gu, '') || 'unnamed';
}
