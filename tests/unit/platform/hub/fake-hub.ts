import { createHash } from 'node:crypto';
import type { HubFile, HubListing } from '../../../../src/core/hub/listing.ts';
import type { KeptBytes, PartStore } from '../../../../src/platform/hub/part-store.ts';

export const COMMIT = 'a'.repeat(40);
export const BASE = 'https://hub.example';

/** Bytes that differ from place to place, so that a part in the wrong place shows. */
export function someBytes(length: number, seed = 1): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, (_, i) => (i * 31 + seed * 17 + (i >> 8)) % 251);
}

export const sha256 = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

export function fileOf(path: string, content: Uint8Array): HubFile {
  return { path, bytes: content.length, hash: { of: 'content', hex: sha256(content) } };
}

export const listingOf = (files: readonly HubFile[]): HubListing => ({
  id: 'owner/model',
  commit: COMMIT,
  licence: 'mit',
  files,
});

/** A store that lives as long as the test, and has room for so many bytes. */
export class MemoryParts implements PartStore {
  readonly files = new Map<string, { parts: Uint8Array[]; etag: string | null }>();
  room = Infinity;

  async begin(): Promise<void> {}

  async kept(file: string): Promise<KeptBytes> {
    const { parts, etag } = this.files.get(file) ?? { parts: [], etag: null };
    return { bytes: parts.reduce((sum, { length }) => sum + length, 0), etag };
  }

  async append(file: string, part: Uint8Array<ArrayBuffer>, etag: string | null): Promise<void> {
    if (part.length > this.room) throw new DOMException('full', 'QuotaExceededError');
    this.room -= part.length;
    const known = this.files.get(file) ?? { parts: [], etag };
    known.parts.push(part);
    this.files.set(file, known);
  }

  async read(file: string): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(Buffer.concat(this.files.get(file)?.parts ?? []));
  }

  async clear(file: string): Promise<void> {
    this.files.delete(file);
  }
}

/** How a hub treats the requests for one file. */
export interface Manner {
  readonly content: Uint8Array<ArrayBuffer>;
  etag?: string;
  /** Bytes after which the connection breaks; the answer ends without an error if `quietly`. */
  breaksAfter?: number;
  quietly?: boolean;
  /** Answers with the whole file whatever is asked for. */
  deaf?: boolean;
  status?: number;
  /** Leaves out the headers that another origin may hide. */
  hides?: boolean;
}

/** A hub in memory, and what it was asked for. */
export function fakeHub(files: Readonly<Record<string, Manner>>) {
  const asked: { path: string; range: string | null; init: RequestInit }[] = [];
  const fetch = async (input: unknown, init: RequestInit = {}): Promise<Response> => {
    const path = String(input).replace(`${BASE}/owner/model/resolve/${COMMIT}/`, '');
    const range = new Headers(init.headers).get('range');
    asked.push({ path, range, init });
    const manner = files[path];
    if (!manner) return new Response('', { status: 404 });
    if (manner.status !== undefined) return new Response('', { status: manner.status });
    return answer(manner, range);
  };
  return { hub: { base: BASE, fetch: fetch as typeof globalThis.fetch }, asked };
}

function answer(manner: Manner, range: string | null): Response {
  const { content, etag, deaf = false, hides = false } = manner;
  const from = deaf || range === null ? 0 : Number(/^bytes=(\d+)-$/.exec(range)?.[1]);
  const partial = range !== null && !deaf;
  const headers = new Headers();
  if (etag !== undefined && !hides) headers.set('etag', etag);
  if (partial && !hides) {
    headers.set('content-range', `bytes ${from}-${content.length - 1}/${content.length}`);
  }
  return new Response(bodyOf(content.subarray(from), manner), {
    status: partial ? 206 : 200,
    headers,
  });
}

/** In uneven chunks, as they come from a network. */
function bodyOf(
  content: Uint8Array<ArrayBuffer>,
  { breaksAfter = Infinity, quietly = false }: Manner,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= breaksAfter && !quietly) return controller.error(new TypeError('network error'));
      if (at >= Math.min(content.length, breaksAfter)) return controller.close();
      const end = Math.min(at + 70_001, content.length, breaksAfter);
      controller.enqueue(content.slice(at, end));
      at = end;
    },
  });
}
