import type { DBSchema, IDBPDatabase } from 'idb';
import type { GivenRows } from '../core/encoders/given.ts';
import type { ProjectSpace } from '../core/project/given-lines.ts';
import type { GivenStore, StoredSpace } from '../core/project/given-store.ts';
import { Database } from './database.ts';
import { storageError } from './storage-error.ts';

interface Schema extends DBSchema {
  spaces: { key: string; value: ProjectSpace };
  rows: { key: [space: string, document: string]; value: GivenRows };
}

/** Rows copied into the store in one task, as documents are. */
const SLICE = 50;

/** Vectors that came along, in an IndexedDB of their own: the cache of vectors may lose what it holds. */
export class IndexedGivenStore implements GivenStore {
  readonly #database = new Database<Schema>('parable-given', 1, (database) => {
    database.createObjectStore('spaces');
    database.createObjectStore('rows');
  });

  async spaces(): Promise<readonly StoredSpace[]> {
    return this.#attempt(async (database) => {
      const transaction = database.transaction(['spaces', 'rows']);
      const rows = transaction.objectStore('rows');
      const spaces = await transaction.objectStore('spaces').getAll();
      const counts = await Promise.all(spaces.map(({ key }) => rows.count(within(key))));
      return spaces.map((space, i) => ({ ...space, documents: counts[i] ?? 0 }));
    });
  }

  async rows(key: string): Promise<ReadonlyMap<string, GivenRows>> {
    return this.#attempt(async (database) => {
      const { store } = database.transaction('rows');
      const [keys, rows] = await Promise.all([
        store.getAllKeys(within(key)),
        store.getAll(within(key)),
      ]);
      return new Map(keys.map(([, document], i) => [document, rows[i]!]));
    });
  }

  async add(space: ProjectSpace, rows: ReadonlyMap<string, GivenRows>): Promise<void> {
    const entries = [...rows];
    const { key, dims } = space;
    await this.#attempt(async (database) => {
      await database.put('spaces', { key, dims }, key);
      for (let start = 0; start < entries.length; start += SLICE) {
        const transaction = database.transaction('rows', 'readwrite');
        const slice = entries.slice(start, start + SLICE);
        await Promise.all([
          ...slice.map(([id, { passages, vectors }]) =>
            transaction.store.put({ passages, vectors }, [key, id]),
          ),
          transaction.done,
        ]);
      }
    });
  }

  async remove(key: string | null): Promise<void> {
    await this.#attempt(async (database) => {
      const transaction = database.transaction(['spaces', 'rows'], 'readwrite');
      const [spaces, rows] = [transaction.objectStore('spaces'), transaction.objectStore('rows')];
      await Promise.all([
        key === null ? spaces.clear() : spaces.delete(key),
        key === null ? rows.clear() : rows.delete(within(key)),
        transaction.done,
      ]);
    });
  }

  async #attempt<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
    try {
      return await work(await this.#database.open());
    } catch (thrown) {
      throw storageError(thrown);
    }
  }
}

/** All rows of a space: an array of keys is greater than any string. */
function within(key: string): IDBKeyRange {
  return IDBKeyRange.bound([key], [key, []]);
}
