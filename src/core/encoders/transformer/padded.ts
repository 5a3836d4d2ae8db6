export interface PaddedBatch {
  /** [texts × tokens], row by row. */
  readonly ids: BigInt64Array;
  /** [texts × tokens], 1 where a token of the text stands and 0 where padding does. */
  readonly mask: BigInt64Array;
  /** Of the longest text. */
  readonly tokens: number;
}

/** Fills texts of several lengths up to the longest; with id 0, which no text sees behind the mask. */
export function padded(batch: readonly (readonly number[])[]): PaddedBatch {
  const tokens = batch.reduce((longest, { length }) => Math.max(longest, length), 0);
  const ids = new BigInt64Array(batch.length * tokens);
  const mask = new BigInt64Array(batch.length * tokens);
  for (const [row, own] of batch.entries()) {
    for (const [column, id] of own.entries()) ids[row * tokens + column] = BigInt(id);
    mask.fill(1n, row * tokens, row * tokens + own.length);
  }
  return { ids, mask, tokens };
}
