import type { GivenRows } from '../encoders/given.ts';
import type { ProjectSpace } from './given-lines.ts';

/** A space that a store holds. */
export interface StoredSpace extends ProjectSpace {
  /** Documents that have vectors there. */
  readonly documents: number;
}

/**
 * Port: vectors that came along. Unlike those that an encoder makes they cannot be made again, so they
 * are kept by space and document and not as a cache, in which a miss costs only time.
 */
export interface GivenStore {
  /** @throws AppError `storage-unavailable` */
  spaces(): Promise<readonly StoredSpace[]>;
  /** All of a space, by document id. @throws AppError `storage-unavailable` */
  rows(key: string): Promise<ReadonlyMap<string, GivenRows>>;
  /** Adds to a space, which is made if it is missing. @throws AppError `storage-full`, `storage-unavailable` */
  add(space: ProjectSpace, rows: ReadonlyMap<string, GivenRows>): Promise<void>;
  /** Removes a space; all of them for null. @throws AppError `storage-unavailable` */
  remove(key: string | null): Promise<void>;
}
