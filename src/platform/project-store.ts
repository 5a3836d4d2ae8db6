import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Changes } from '../core/corpus/commands.ts';
import type { ProjectEdit, ProjectStore } from '../core/project/ports.ts';
import {
  storeSettings,
  type StoredDocument,
  type StoredGroup,
  type StoredProject,
  type StoredSettings,
} from '../core/project/records.ts';
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
  #database: Promise<IDBPDatabase<Schema>> | null = null;

  async load(): Promise<StoredProject> {
    try {
      const transaction = (await this.#open()).transaction(STORES);
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

  async save({ documents, groups, absentDemo }: ProjectEdit): Promise<void> {
    try {
      const transaction = (await this.#open()).transaction(STORES, 'readwrite');
      const [documentStore, groupStore, settingsStore] = [
        transaction.objectStore('documents'),
        transaction.objectStore('groups'),
        transaction.objectStore('settings'),
      ];
      const writes: Promise<unknown>[] = [
        ...documents.put.map((record) => documentStore.put(record)),
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

  announce(changes: Changes): void {
    this.#channel.postMessage(changes);
  }

  watch(changed: (changes: Changes) => void): void {
    this.#channel.addEventListener('message', (event: MessageEvent<Changes>) =>
      changed(event.data),
    );
  }

  #open(): Promise<IDBPDatabase<Schema>> {
    this.#database ??= openDB<Schema>('parable-project', 1, {
      upgrade: (database) => {
        database.createObjectStore('documents', { keyPath: 'id' });
        database.createObjectStore('groups', { keyPath: 'id' });
        database.createObjectStore('settings');
      },
      terminated: () => (this.#database = null),
    }).catch((thrown: unknown) => {
      this.#database = null;
      throw thrown;
    });
    return this.#database;
  }
}
