import type { Changes } from '../corpus/commands.ts';
import type { StoredDocument, StoredGroup, StoredProject } from './records.ts';

/** Port: vectors by content key, so that no text is embedded twice on one machine. */
export interface VectorStore {
  /** One entry per key, undefined where nothing is stored. @throws AppError `storage-unavailable` */
  get(keys: readonly string[]): Promise<(Float32Array<ArrayBuffer> | undefined)[]>;
  /** @throws AppError `storage-full`, `storage-unavailable` */
  put(
    entries: readonly (readonly [key: string, vector: Float32Array<ArrayBuffer>])[],
  ): Promise<void>;
}

/** Records to write and ids to remove, in one transaction. */
export interface ProjectEdit {
  readonly documents: {
    /** Made one by one as they are written: a large import is not kept twice. */
    readonly put: Iterable<StoredDocument>;
    readonly delete: readonly string[];
  };
  readonly groups: { readonly put: readonly StoredGroup[]; readonly delete: readonly string[] };
  /** Demo documents that are gone, and such that are back. */
  readonly absentDemo: { readonly add: readonly string[]; readonly remove: readonly string[] };
}

/** What a tab has written: ids only, so that telling of a large import costs nothing. */
export interface Announcement {
  readonly documents: { readonly put: readonly string[]; readonly delete: readonly string[] };
  readonly groups: Changes['groups'];
}

/**
 * Port: the reader's own documents and groups. Records are written one by one, never the whole
 * project, so that two tabs add to each other's work instead of overwriting it.
 */
export interface ProjectStore {
  /** @throws AppError `storage-unavailable` */
  load(): Promise<StoredProject>;
  /** The stored documents of these ids, as found; what is not there is left out. */
  read(ids: readonly string[]): Promise<readonly unknown[]>;
  /** @throws AppError `storage-full`, `storage-unavailable` */
  save(edit: ProjectEdit): Promise<void>;
  /** Tells other tabs what was written here. */
  announce(announcement: Announcement): void;
  /** Calls back with what other tabs announce. */
  watch(announced: (announcement: Announcement) => void): void;
}
