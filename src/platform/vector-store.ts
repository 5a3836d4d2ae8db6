import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { VectorStore } from '../core/project/ports.ts';
import { storageError } from './storage-error.ts';

interface Schema extends DBSchema {
  vectors: { key: string; value: Float32Array<ArrayBuffer> };
}

/** Vectors in IndexedDB. Browsers may evict it: every read can miss, and a miss costs only time. */
export class IndexedVectorStore implements VectorStore {
  #database: Promise<IDBPDatabase<Schema>> | null = null;

  async get(keys: readonly string[]): Promise<(Float32Array<ArrayBuffer> | undefined)[]> {
    try {
      const store = (await this.#open()).transaction('vectors').store;
      return await Promise.all(keys.map((key) => store.get(key)));
    } catch (thrown) {
      throw storageError(thrown);
    }
  }

  async put(
    entries: readonly (readonly [key: string, vector: Float32Array<ArrayBuffer>])[],
  ): Promise<void> {
    try {
      const database = await this.#open();
      const transaction = database.transaction('vectors', 'readwrite', { durability: 'relaxed' });
      await Promise.all([
        ...entries.map(([key, vector]) => transaction.store.put(vector, key)),
        transaction.done,
      ]);
    } catch (thrown) {
      throw storageError(thrown);
    }
  }

  /** Removes every vector. @throws AppError `storage-unavailable` */
  async clear(): Promise<void> {
    try {
      await (await this.#open()).clear('vectors');
    } catch (thrown) {
      throw storageError(thrown);
    }
  }

  #open(): Promise<IDBPDatabase<Schema>> {
    this.#database ??= openDB<Schema>('parable-vectors', 1, {
      upgrade: (database) => void database.createObjectStore('vectors'),
      terminated: () => (this.#database = null),
    }).catch((thrown: unknown) => {
      this.#database = null;
      throw thrown;
    });
    return this.#database;
  }
}
