/** Values by which the last run may go beyond what it has to hold: writers fill it up to whole groups of eight. */
const PADDING = 512;

/**
 * Goes through runs of equal and of packed values (Parquet's RLE/bit-packed hybrid) without unpacking
 * them. Throws a `RangeError` where one claims more values than there are: filling it in would take all
 * memory, or never end.
 *
 * @param bytes - the runs, and what comes after them
 * @param width - bits of a value
 * @param count - values that they hold at most
 */
export function checkRuns(bytes: Uint8Array, width: number, count: number): void {
  if (width > 32) throw new RangeError('values too wide');
  let at = 0;
  for (let seen = 0; seen < count && at < bytes.length;) {
    const [head, next] = varint(bytes, at);
    const packed = head % 2 === 1;
    const values = packed ? ((head - 1) / 2) * 8 : head / 2;
    if (values > count - seen + PADDING) throw new RangeError('run too long');
    at = next + (packed ? (values * width) / 8 : Math.ceil(width / 8));
    seen += values;
  }
}

/** Looks at the head of delta-encoded numbers: blocks without a length lead nowhere or back. */
export function checkDelta(bytes: Uint8Array): void {
  const [block, next] = varint(bytes, 0);
  const [parts] = varint(bytes, next);
  if (block < 8 || block > 2 ** 20 || parts < 1 || block % (8 * parts) > 0) {
    throw new RangeError('no blocks');
  }
}

/** A number of 32 bits in groups of seven, and where it ends. */
function varint(bytes: Uint8Array, at: number): [value: number, next: number] {
  let value = 0;
  for (let i = 0; i < 5; i++) {
    const byte = bytes[at + i] ?? 0;
    value += (byte & 127) * 2 ** (7 * i);
    if (byte < 128) return [value, at + i + 1];
  }
  throw new RangeError('number too long');
}
