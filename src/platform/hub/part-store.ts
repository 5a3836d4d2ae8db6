import type { HubListing } from '../../core/hub/listing.ts';

/** What has arrived of a file. */
export interface KeptBytes {
  readonly bytes: number;
  /** The ETag that it came with; null if none was told. */
  readonly etag: string | null;
}

/** Port: where the files of one model at one commit are kept while they arrive. */
export interface PartStore {
  /** Notes what is about to arrive. */
  begin(listing: HubListing): Promise<void>;
  kept(file: string): Promise<KeptBytes>;
  /** Keeps the bytes that follow what is kept of the file; all of them or, if it throws, none. */
  append(file: string, part: Uint8Array<ArrayBuffer>, etag: string | null): Promise<void>;
  /** All that is kept of the file. */
  read(file: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Forgets what is kept of the file. */
  clear(file: string): Promise<void>;
}
