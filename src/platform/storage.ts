import { storageError } from './storage-error.ts';

/** How much the browser lets this site keep, and whether it may throw that away. */
export interface StorageRoom {
  /** Bytes, as the browser counts them, its own records included; null where it does not tell. */
  readonly used: number | null;
  readonly quota: number | null;
  /** Whether the browser keeps all until the reader removes it; else it may free it when space is short. */
  readonly persistent: boolean;
}

/** @throws AppError `storage-unavailable` */
export async function storageRoom(): Promise<StorageRoom> {
  try {
    const [{ usage = null, quota = null }, persistent] = await Promise.all([
      navigator.storage.estimate(),
      navigator.storage.persisted(),
    ]);
    return { used: usage, quota, persistent };
  } catch (thrown) {
    throw storageError(thrown);
  }
}

/** Asks the browser to keep all until it is removed; it may ask the reader in turn, or refuse. */
export async function askToPersist(): Promise<boolean> {
  try {
    return await navigator.storage.persist();
  } catch (thrown) {
    throw storageError(thrown);
  }
}
