import { isListing, listingBytes, type HubListing } from '../../core/hub/listing.ts';
import { storageError } from '../storage-error.ts';
import type { KeptBytes, PartStore } from './part-store.ts';

/** One model at one commit. */
export type ModelAt = Pick<HubListing, 'id' | 'commit'>;

/** A model of which at least the listing is kept. */
export interface CachedModel {
  readonly listing: HubListing;
  /** Bytes that have arrived. */
  readonly bytes: number;
}

const CACHE = 'parable-models';

/** Where entries pretend to come from. A reserved name, so that nothing can ever be asked of it. */
const ROOT = 'https://parable.invalid/';

/** Header of a part that says its length, so that counting reads no content. */
const BYTES = 'x-bytes';

/** What was downloaded, in the Cache API: files in parts, in order, and the model's listing beside them. */
export const modelCache = {
  /** Every model that is noted, finished or not. @throws AppError `storage-unavailable` */
  async list(): Promise<CachedModel[]> {
    try {
      const cache = await caches.open(CACHE);
      const noted = (await cache.keys()).filter(({ url }) => url.endsWith(LISTING));
      const read = noted.map(
        async ({ url }) => (await cache.match(url))?.json() as Promise<unknown>,
      );
      const listings = (await Promise.all(read)).filter(isListing);
      return await Promise.all(
        listings.map(async (listing) => ({ listing, bytes: await keptBytes(listing) })),
      );
    } catch (thrown) {
      throw storageError(thrown);
    }
  },

  /** Frees a model. @throws AppError `storage-unavailable` */
  async remove(model: ModelAt): Promise<void> {
    try {
      await deleteBelow(folderOf(model));
    } catch (thrown) {
      throw storageError(thrown);
    }
  },

  /** Where the parts of a model's files are. */
  parts: (model: ModelAt): PartStore => new CachedParts(folderOf(model)),
};

const LISTING = '/?listing';
const folderOf = ({ id, commit }: ModelAt): string => `${ROOT}${id}/${commit}`;

async function keptBytes(listing: HubListing): Promise<number> {
  const parts = modelCache.parts(listing);
  const kept = await Promise.all(listing.files.map(({ path }) => parts.kept(path)));
  return Math.min(
    listingBytes(listing),
    kept.reduce((sum, { bytes }) => sum + bytes, 0),
  );
}

async function deleteBelow(prefix: string): Promise<void> {
  const cache = await caches.open(CACHE);
  const below = (await cache.keys()).filter(({ url }) => url.startsWith(prefix));
  await Promise.all(below.map((request) => cache.delete(request)));
}

class CachedParts implements PartStore {
  readonly #folder: string;
  /** Number of parts of the files that were counted already. */
  readonly #counts = new Map<string, number>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  async begin(listing: HubListing): Promise<void> {
    const cache = await caches.open(CACHE);
    await cache.put(this.#folder + LISTING, Response.json(listing));
  }

  async kept(file: string): Promise<KeptBytes> {
    const parts = await this.#parts(file);
    const sizes = parts.map(({ headers }) => Number(headers.get(BYTES)));
    return {
      bytes: sizes.reduce((sum, size) => sum + size, 0),
      etag: parts[0]?.headers.get('etag') ?? null,
    };
  }

  async append(file: string, part: Uint8Array<ArrayBuffer>, etag: string | null): Promise<void> {
    const cache = await caches.open(CACHE);
    const count = this.#counts.get(file) ?? (await this.#parts(file)).length;
    const headers = { [BYTES]: String(part.length), ...(etag !== null && { etag }) };
    await cache.put(this.#key(file, count), new Response(part, { headers }));
    this.#counts.set(file, count + 1);
  }

  async read(file: string): Promise<Uint8Array<ArrayBuffer>> {
    const parts = await this.#parts(file);
    const blobs = await Promise.all(parts.map((part) => part.blob()));
    return new Uint8Array(await new Blob(blobs).arrayBuffer());
  }

  async clear(file: string): Promise<void> {
    this.#counts.delete(file);
    await deleteBelow(`${this.#folder}/${file}?`);
  }

  /** From the first on, up to where one is missing. */
  async #parts(file: string): Promise<Response[]> {
    const cache = await caches.open(CACHE);
    const parts: Response[] = [];
    for (;;) {
      const part = await cache.match(this.#key(file, parts.length));
      if (!part) return parts;
      parts.push(part);
    }
  }

  #key(file: string, part: number): string {
    return `${this.#folder}/${file}?part=${part}`;
  }
}
