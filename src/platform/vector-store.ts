import { unwrap, type DBSchema } from 'idb';
import { encoderOfVector, vectorsOf } from '../core/encoders/cache-key.ts';
import type { VectorStore } from '../core/project/ports.ts';
import { Database } from './database.ts';
import { storageError } from './storage-error.ts';

interface Schema extends DBSchema {
  vectors: { key: string; value: Float32Array<ArrayBuffer> };
}

type Kept = Float32Array<ArrayBuffer> | undefined;

/** How many vectors of an encoder are kept. */
export interface VectorCount {
  /** An `encoderKey`; null for what an earlier version of the page kept, which serves no more. */
  readonly encoder: string | null;
  readonly vectors: number;
  /** Of the vectors alone, without their keys; null where it was not counted. */
  readonly bytes: number | null;
}

/** All keys of an encoder's vectors. */
function rangeOf(encoder: string): IDBKeyRange {
  const start = vectorsOf(encoder);
  return IDBKeyRange.bound(start, `${start}\uffff`);
}

/** Vectors in IndexedDB. Browsers may evict it: every read can miss, and a miss costs only time. */
export class IndexedVectorStore implements VectorStore {
  readonly #database = new Database<Schema>(
    'parable-vectors',
    1,
    (database) => void database.createObjectStore('vectors'),
  );

  async get(keys: readonly string[]): Promise<Kept[]> {
    try {
      const transaction = (await this.#database.open()).transaction('vectors');
      const store = unwrap(transaction.store);
      const requests = keys.map((key) => store.get(key) as IDBRequest<Kept>);
      await transaction.done;
      return requests.map(({ result }) => result);
    } catch (thrown) {
      throw storageError(thrown);
    }
  }

  async put(
    entries: readonly (readonly [key: string, vector: Float32Array<ArrayBuffer>])[],
  ): Promise<void> {
    try {
      const database = await this.#database.open();
      const transaction = database.transaction('vectors', 'readwrite', { durability: 'relaxed' });
      await Promise.all([
        ...entries.map(([key, vector]) => transaction.store.put(vector, key)),
        transaction.done,
      ]);
    } catch (thrown) {
      throw storageError(thrown);
    }
  }

  /** What is kept, by encoder. @throws AppError `storage-unavailable` */
  async census(): Promise<VectorCount[]> {
    try {
      const { store } = (await this.#database.open()).transaction('vectors');
      const counts: VectorCount[] = [];
      let earlier = 0;
      let cursor = await store.openKeyCursor();
      while (cursor) {
        const encoder = encoderOfVector(cursor.key);
        if (encoder === null) {
          earlier++;
          cursor = await cursor.continue();
          continue;
        }
        const range = rangeOf(encoder);
        const [vectors, first] = await Promise.all([store.count(range), store.get(cursor.key)]);
        counts.push({ encoder, vectors, bytes: vectors * (first?.byteLength ?? 0) });
        cursor = await cursor.continue(range.upper as string);
      }
      // Of another length each; the browser's own sum has them.
      if (earlier > 0) counts.push({ encoder: null, vectors: earlier, bytes: null });
      return counts;
    } catch (thrown) {
      throw storageError(thrown);
    }
  }

  /** Removes an encoder's vectors, or with null those of earlier versions. @throws AppError `storage-unavailable` */
  async remove(encoder: string | null): Promise<void> {
    try {
      const database = await this.#database.open();
      if (encoder !== null) return await database.delete('vectors', rangeOf(encoder));
      const transaction = database.transaction('vectors', 'readwrite');
      const keys = await transaction.store.getAllKeys();
      const earlier = keys.filter((key) => encoderOfVector(key) === null);
      await Promise.all([...earlier.map((key) => transaction.store.delete(key)), transaction.done]);
    } catch (thrown) {
      throw storageError(thrown);
    }
  }

  /** Removes every vector. @throws AppError `storage-unavailable` */
  async clear(): Promise<void> {
    try {
      await (await this.#database.open()).clear('vectors');
    } catch (thrown) {
      throw storageError(thrown);
    }
  }
}
