import { appendFile, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { KeptBytes, PartStore } from '../../src/platform/hub/part-store.ts';

/** A model's files in a folder of this computer, each beside its final name until it is finished. */
export class FolderParts implements PartStore {
  readonly #folder: string;
  readonly #commit: string;

  /** @param commit files of another one are not gone on with */
  constructor(folder: string, commit: string) {
    this.#folder = folder;
    this.#commit = commit;
  }

  async begin(): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
  }

  async kept(file: string): Promise<KeptBytes> {
    const found = await stat(this.#part(file)).catch(() => null);
    return { bytes: found?.size ?? 0, etag: null };
  }

  async append(file: string, part: Uint8Array): Promise<void> {
    await mkdir(path.dirname(this.#part(file)), { recursive: true });
    await appendFile(this.#part(file), part);
  }

  async read(file: string): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await readFile(this.#part(file)));
  }

  async clear(file: string): Promise<void> {
    await rm(this.#part(file), { force: true });
  }

  /** Gives finished files their names, in place of former ones. */
  async finish(files: readonly string[]): Promise<void> {
    for (const file of files) await rename(this.#part(file), path.join(this.#folder, file));
  }

  #part(file: string): string {
    return path.join(this.#folder, `${file}.${this.#commit.slice(0, 8)}.part`);
  }
}
