import type { DBSchema } from 'idb';
import type { AxisEdit, AxisStore, StoredAxis } from '../core/project/stored-axes.ts';
import { Database } from './database.ts';
import { storageError } from './storage-error.ts';

interface Schema extends DBSchema {
  axes: { key: string; value: StoredAxis };
}

/**
 * The reader's own axes in IndexedDB, in a database of their own: a new store in that of the project
 * would have to wait until every tab of an earlier release is closed.
 */
export class IndexedAxisStore implements AxisStore {
  readonly #channel = new BroadcastChannel('parable-axes');
  readonly #database = new Database<Schema>(
    'parable-axes',
    1,
    (database) => void database.createObjectStore('axes', { keyPath: 'id' }),
  );

  async load(): Promise<readonly unknown[]> {
    try {
      return await (await this.#database.open()).getAll('axes');
    } catch (thrown) {
      throw storageError(thrown);
    }
  }

  async save({ put, delete: gone }: AxisEdit): Promise<void> {
    try {
      const transaction = (await this.#database.open()).transaction('axes', 'readwrite');
      await Promise.all([
        ...put.map((record) => transaction.store.put(record)),
        ...gone.map((id) => transaction.store.delete(id)),
        transaction.done,
      ]);
    } catch (thrown) {
      throw storageError(thrown);
    }
  }

  announce(edit: AxisEdit): void {
    this.#channel.postMessage(edit);
  }

  watch(announced: (edit: AxisEdit) => void): void {
    this.#channel.addEventListener('message', ({ data }: MessageEvent<AxisEdit>) =>
      announced(data),
    );
  }
}
