import type { DBSchema } from 'idb';
import { DOCUMENT_COST, STORE_SLICE_CHARS } from '../core/limits.ts';
import type { Announcement, ProjectEdit, ProjectStore } from '../core/project/ports.ts';
import {
  storeSettings,
  type StoredDocument,
  type StoredGroup,
  type StoredProject,
  type StoredSettings,
} from '../core/project/records.ts';
import { slices } from '../core/slices.ts';
import { Database } from './database.ts';
import { storageError } from './storage-error.ts';

interface Schema extends DBSchema {
  documents: { key: string; value: StoredDocument };
  groups: { key: string; value: StoredGroup };
  settings: { key: string; value: StoredSettings };
}

const STORES = ['documents', 'groups', 'settings'] as const;
/** Key of the one settings record. */
const SETTINGS = 'settings';

/** The project in IndexedDB; tabs hear of each other through a BroadcastChannel. */
export class IndexedProjectStore implements ProjectStore {
  readonly #channel = new BroadcastChannel('parable-project');
  readonly #database = new Database<Schema>('parable-project', 1, (database) => {
    database.createObjectStore('documents', { keyPath: 'id' });
    database.createObjectStore('groups', { keyPath: 'id' });
    database.createObjectStore('settings');
  });

  async load(): Promise<StoredProject> {
    try {
      const transaction = (await this.#database.open()).transaction(STORES);
      const [documents, groups, settings] = await Promise.all([
        transaction.objectStore('documents').getAll(),
        transaction.objectStore('groups').getAll(),
        transaction.objectStore('settings').get(SETTINGS),
      ]);
      return { documents, groups, settings };
    } catch (thrown) {
      throw storageError(thrown);
    }
  }

  async read(ids: readonly string[]): Promise<readonly unknown[]> {
    try {
      const { store } = (await this.#database.open()).transaction('documents');
      const found = await Promise.all(ids.map((id) => store.get(id)));
      return found.filter((record) => record !== undefined);
    } catch (thrown) {
      throw storageError(thrown);
    }
  }

  async save({ documents, groups, absentDemo }: ProjectEdit): Promise<void> {
    try {
      const transaction = (await this.#database.open()).transaction(STORES, 'readwrite');
      // Awaited last; a write that fails before then has said why.
      transaction.done.catch(() => {});
      const [documentStore, groupStore, settingsStore] = [
        transaction.objectStore('documents'),
        transaction.objectStore('groups'),
        transaction.objectStore('settings'),
      ];
      for (const slice of slices(documents.put, costOf, STORE_SLICE_CHARS)) {
        await Promise.all(slice.map((record) => documentStore.put(record)));
      }
      const writes: Promise<unknown>[] = [
        ...documents.delete.map((id) => documentStore.delete(id)),
        ...groups.put.map((record) => groupStore.put(record)),
        ...groups.delete.map((id) => groupStore.delete(id)),
      ];
      const absent = new Set((await settingsStore.get(SETTINGS))?.absentDemo);
      for (const id of absentDemo.add) absent.add(id);
      for (const id of absentDemo.remove) absent.delete(id);
      writes.push(settingsStore.put(storeSettings([...absent]), SETTINGS), transaction.done);
      await Promise.all(writes);
    } catch (thrown) {
      throw storageError(thrown);
    }
  }

  announce(announcement: Announcement): void {
    this.#channel.postMessage(announcement);
  }

  watch(announced: (announcement: Announcement) => void): void {
    this.#channel.addEventListener('message', ({ data }: MessageEvent<Announcement>) =>
      announced(data),
    );
  }
}

function costOf({ text }: StoredDocument): number {
  return DOCUMENT_COST + text.length;
}
