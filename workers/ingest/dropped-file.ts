import type { ByteSource } from '../../src/core/corpus/parse/byte-source.ts';
import { AppError } from '../../src/core/errors.ts';

export interface DroppedFile {
  readonly file: File;
  /** Path below the dropped folder, `/`-separated; the bare name for a single file. */
  readonly path: string;
}

/** The bytes of a file, read a part at a time. @throws AppError `file-unreadable`, from `read` */
export function sourceOf({ file, path }: DroppedFile): ByteSource {
  return {
    size: file.size,
    read: async (start, end) => {
      try {
        return new Uint8Array(await file.slice(start, end).arrayBuffer());
      } catch (thrown) {
        throw new AppError('file-unreadable', { file: path }, thrown);
      }
    },
  };
}
