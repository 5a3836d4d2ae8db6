import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { OwnModel } from '../core/encoders/own-model.ts';
import type { OwnFiles } from './model-source.ts';
import { storageError } from './storage-error.ts';

/** A model that the reader brought, with its files. */
export interface KeptModel extends OwnModel {
  readonly files: OwnFiles;
}

interface Schema extends DBSchema {
  models: { key: string; value: { readonly schema: number; readonly model: KeptModel } };
}

/** The version of the record's form; another one is taken for none. */
const SCHEMA = 1;
/** Key of the one model that is kept: the last one brought. */
const OWN = 'own';

/** Keeps one model of the reader's own in IndexedDB, its files as blobs that stay on disk. */
export class OwnModelStore {
  #database: Promise<IDBPDatabase<Schema>> | null = null;

  /** The model that is kept, or null. @throws AppError `storage-unavailable` */
  async load(): Promise<KeptModel | null> {
    try {
      const record = await (await this.#open()).get('models', OWN);
      return record?.schema === SCHEMA ? record.model : null;
    } catch (thrown) {
      throw storageError(thrown);
    }
  }

  /** Keeps a model in place of any other. @throws AppError `storage-full`, `storage-unavailable` */
  async save({ spec, rows, bytes, files }: KeptModel): Promise<void> {
    try {
      const model = { spec, rows, bytes, files };
      await (await this.#open()).put('models', { schema: SCHEMA, model }, OWN);
    } catch (thrown) {
      throw storageError(thrown);
    }
  }

  /** Frees what is kept. @throws AppError `storage-unavailable` */
  async remove(): Promise<void> {
    try {
      await (await this.#open()).delete('models', OWN);
    } catch (thrown) {
      throw storageError(thrown);
    }
  }

  #open(): Promise<IDBPDatabase<Schema>> {
    this.#database ??= openDB<Schema>('parable-models', 1, {
      upgrade: (database) => void database.createObjectStore('models'),
      terminated: () => (this.#database = null),
    }).catch((thrown: unknown) => {
      this.#database = null;
      throw thrown;
    });
    return this.#database;
  }
}
