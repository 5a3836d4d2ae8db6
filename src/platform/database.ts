import { openDB, type DBSchema, type IDBPDatabase, type OpenDBCallbacks } from 'idb';

type Given<S extends DBSchema> = Parameters<NonNullable<OpenDBCallbacks<S>['upgrade']>>;
/** Its transaction ends once nothing is asked of it: what is awaited must be the database itself. */
type Upgrade<S extends DBSchema> = (...given: Given<S>) => unknown;

/**
 * A database of IndexedDB, opened by whoever first needs it. One that could not be opened, was ended by
 * the browser, or was let go for another tab is opened anew by the next.
 */
export class Database<S extends DBSchema> {
  readonly #name: string;
  readonly #version: number;
  readonly #upgrade: Upgrade<S>;
  #opening: Promise<IDBPDatabase<S>> | null = null;

  /** @param upgrade makes the stores of `version` from those of an earlier one, or from none */
  constructor(name: string, version: number, upgrade: Upgrade<S>) {
    this.#name = name;
    this.#version = version;
    this.#upgrade = upgrade;
  }

  /** @throws DOMException where the browser gives no database */
  open(): Promise<IDBPDatabase<S>> {
    this.#opening ??= openDB<S>(this.#name, this.#version, {
      upgrade: (...given) => void this.#upgrade(...given),
      // Another tab with a later version waits until this one lets go.
      blocking: (_, __, event) => {
        (event.target as IDBDatabase).close();
        this.#opening = null;
      },
      terminated: () => (this.#opening = null),
    }).catch((thrown: unknown) => {
      this.#opening = null;
      throw thrown;
    });
    return this.#opening;
  }
}
