import { CHECK_COSINE, CHECK_COSINE_Q8 } from '../limits.ts';
import type { EncoderSpec } from './encoder.ts';

/**
 * What every encoder is tried on before it is believed: short and long, plain and with signs, so that a
 * device which computes one length or one kind of token wrongly shows it.
 */
export const CHECK_TEXTS: readonly string[] = [
  'She kept her promise.',
  'The model refused the order, and then it said why: no goal is worth a lie.',
  'Sell 3,200 units by 14:30 (UTC)? "Not without approval," wrote the auditor; see clause 7b.',
  'The river had risen in the night. By morning the lower road was gone, and the old engineer ' +
    'walked along the bank with a lamp, counting the posts that still stood. Nobody had asked him ' +
    'to. He had built the wall forty years ago, and when the council wanted to save on stone he had ' +
    'told them what would happen; now he told nobody, but fetched rope, called his neighbours one by ' +
    'one, and set about getting the children across before the water came back.',
];

/**
 * The lowest cosine between rows of two matrices [rows × dims], each row against its counterpart; −1 if
 * the sizes differ or a row is not finite, 0 where one row of a pair is zero. Two rows of zeros agree.
 */
export function leastCosine(a: Float32Array, b: Float32Array, dims: number): number {
  if (a.length !== b.length || a.length % dims !== 0) return -1;
  let least = 1;
  for (let start = 0; start < a.length; start += dims) {
    let [dot, aa, bb] = [0, 0, 0];
    for (let i = start; i < start + dims; i++) {
      const [x, y] = [a[i] ?? 0, b[i] ?? 0];
      dot += x * y;
      aa += x * x;
      bb += y * y;
    }
    if (aa === 0 && bb === 0) continue;
    const cosine = aa === 0 || bb === 0 ? 0 : dot / Math.sqrt(aa * bb);
    least = Math.min(least, Number.isFinite(cosine) ? cosine : -1);
  }
  return least;
}

/** The cosine that a device must reach on every text with the vectors that are known to be right. */
export function requiredCosine(dtype: EncoderSpec['dtype']): number {
  return dtype === 'q8' || dtype === 'int8' ? CHECK_COSINE_Q8 : CHECK_COSINE;
}

/**
 * What cannot be right of the vectors [texts × dims] of `CHECK_TEXTS`, whatever the model is: one that
 * is not finite or not of unit length, or two different texts with the very same vector. Null if nothing
 * speaks against them. Rows of zeros, of texts without a known token, are passed over.
 */
export function implausible(vectors: Float32Array, dims: number): string | null {
  const rows: Float32Array[] = [];
  for (let start = 0; start < vectors.length; start += dims) {
    const row = vectors.subarray(start, start + dims);
    if (row.some((value) => value !== 0)) rows.push(row);
  }
  for (const row of rows) {
    const square = row.reduce((sum, value) => sum + value * value, 0);
    if (!(Math.abs(square - 1) < 1e-3)) return 'a vector is not of unit length';
  }
  const alike = rows.some((row, i) => rows.slice(0, i).some((other) => same(row, other)));
  return alike ? 'different texts get the same vector' : null;
}

function same(a: Float32Array, b: Float32Array): boolean {
  return a.every((value, i) => value === b[i]);
}
