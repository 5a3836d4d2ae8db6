import { checkDelta, checkRuns } from './runs.ts';
import type { Struct } from './thrift.ts';

/** How a column is nested: the highest levels that its values have. */
export interface Levels {
  readonly repetition: number;
  readonly definition: number;
}

export interface Page {
  /** As in the file. */
  readonly bytes: Uint8Array;
  /** Bytes once inflated, as the page declares. */
  readonly size: number;
  readonly inflate: (bytes: Uint8Array, size: number) => Uint8Array;
  readonly levels: Levels;
  readonly isTruth: boolean;
  /** Values that it has at most. */
  readonly limit: number;
}

/** Encodings by their numbers (parquet.thrift, format 2.11). */
const DICTIONARY = [2, 8];
const RLE = 3;
const DELTAS = [5, 6, 7];

/** Checks a page of data, its header the struct of `DATA_PAGE`; returns its values. @throws RangeError */
export function checkData(page: Page, head: Struct): number {
  const values = numberOf(head, 1, page.limit);
  let rest = page.inflate(page.bytes, page.size);
  for (const level of [page.levels.repetition, page.levels.definition]) {
    if (level === 0) continue;
    const length = new DataView(rest.buffer, rest.byteOffset, rest.byteLength).getUint32(0, true);
    checkRuns(rest.subarray(4), bitsOf(level), values);
    rest = rest.subarray(4 + within(length, rest.length - 4));
  }
  checkValues(rest, page, numberOf(head, 2, 16), values);
  return values;
}

/** The same of a page of `DATA_PAGE_V2`, whose levels are not compressed. @throws RangeError */
export function checkDataV2({ bytes, size, ...page }: Page, head: Struct): number {
  const values = numberOf(head, 1, page.limit);
  numberOf(head, 2, values);
  numberOf(head, 3, page.limit);
  const definition = numberOf(head, 5, bytes.length);
  const repetition = numberOf(head, 6, bytes.length - definition);
  const { levels } = page;
  if (levels.repetition > 0) checkRuns(bytes, bitsOf(levels.repetition), values);
  if (levels.definition > 0) {
    checkRuns(bytes.subarray(repetition), bitsOf(levels.definition), values);
  }
  const rest = bytes.subarray(repetition + definition);
  const inflated = size - repetition - definition;
  const isPacked = head.get(7) !== false && inflated > 0;
  checkValues(isPacked ? page.inflate(rest, inflated) : rest, page, numberOf(head, 4, 16), values);
  return values;
}

function checkValues(
  bytes: Uint8Array,
  { isTruth }: Pick<Page, 'isTruth'>,
  encoding: number,
  values: number,
): void {
  // Runs of truth values have no width before them, but their length.
  if (encoding === RLE && isTruth) checkRuns(bytes.subarray(4), 1, values);
  else if (encoding === RLE || DICTIONARY.includes(encoding)) {
    checkRuns(bytes.subarray(1), bytes[0] ?? 0, values);
  } else if (DELTAS.includes(encoding) && values > 0) checkDelta(bytes);
}

/** The number in a field. @throws RangeError if there is none, or not one from 0 to `limit` */
export function numberOf(fields: Struct, id: number, limit: number): number {
  const value = fields.get(id);
  return within(typeof value === 'number' ? value : -1, limit);
}

/** @throws RangeError if a number is not one from 0 to `limit` */
export function within(value: number, limit: number): number {
  if (!(value >= 0 && value <= limit)) throw new RangeError(`${value} is not within ${limit}`);
  return value;
}

/** Bits that numbers up to `level` take. */
function bitsOf(level: number): number {
  return 32 - Math.clz32(level);
}
