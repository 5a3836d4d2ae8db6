import { AppError } from '../../errors.ts';
import { MAX_PACKAGE_BYTES, MAX_PACKAGE_FILES } from '../../limits.ts';
import { openArchive, type ArchiveEntry } from './archive.ts';
import { bytesSource } from './byte-source.ts';

/** A document that is a zip archive of parts, as .docx and .epub are. */
export class DocumentPackage {
  readonly #file: string;
  readonly #entries: ReadonlyMap<string, ArchiveEntry>;

  private constructor(file: string, entries: readonly ArchiveEntry[]) {
    this.#file = file;
    this.#entries = new Map(entries.map((entry) => [entry.path, entry]));
  }

  /** @throws AppError `file-damaged`, `archive-too-many`, `archive-too-large` */
  static async open(file: string, bytes: Uint8Array<ArrayBuffer>): Promise<DocumentPackage> {
    const limits = { files: MAX_PACKAGE_FILES, bytes: MAX_PACKAGE_BYTES };
    return new DocumentPackage(file, await openArchive(bytesSource(bytes), file, limits));
  }

  get paths(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** @throws AppError `file-damaged` where there is no such part */
  async bytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
    const entry = this.#entries.get(path);
    if (!entry) throw new AppError('file-damaged', { file: this.#file }, `no ${path}`);
    return entry.read();
  }

  /** The text of a part: UTF-8, or UTF-16 where it says so. */
  async text(path: string): Promise<string> {
    const bytes = await this.bytes(path);
    const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
    return new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(bytes);
  }
}
