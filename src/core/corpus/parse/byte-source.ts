/** Bytes that can be read in parts, so that a large archive is never in memory as a whole. */
export interface ByteSource {
  readonly size: number;
  /** The bytes from `start` to before `end`; fewer where the source ends earlier. */
  read(start: number, end: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** Bytes in memory as a source. */
export function bytesSource(bytes: Uint8Array<ArrayBuffer>): ByteSource {
  return {
    size: bytes.byteLength,
    read: async (start, end) => bytes.subarray(start, end),
  };
}

/** A source whose bytes are asked for now, all of them, and waited for when they are read. */
export function readAhead(source: ByteSource): ByteSource {
  const all = source.read(0, source.size);
  all.catch(() => {});
  return {
    size: source.size,
    read: async (start, end) => (await all).subarray(start, end),
  };
}

/** Bytes handed on at once. */
const PART = 2 ** 18;

/** A source as the zip library reads it. */
export function zipReader(source: ByteSource) {
  const createReadable = ({
    offset = 0,
    size = source.size,
  }: { offset?: number; size?: number } = {}): ReadableStream<Uint8Array> => {
    const end = Math.min(source.size, offset + size);
    let at = offset;
    return new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        const part = at < end ? await source.read(at, Math.min(end, at + PART)) : null;
        if (part === null || part.length === 0) {
          controller.close();
          return;
        }
        at += part.length;
        controller.enqueue(part);
      },
    });
  };
  return {
    size: source.size,
    get readable() {
      return createReadable();
    },
    readUint8Array: (offset: number, length: number) => source.read(offset, offset + length),
    createReadable,
  };
}
