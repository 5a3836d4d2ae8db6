import { hash53 } from './hash.ts';
import { hashedLines } from './lines.ts';

/** What of a text is compared with others: small, whatever the length of the text. */
export interface Print {
  /** Of the words in order, case and punctuation aside: equal for texts that are the same. */
  readonly exact: number;
  /** [`BINS`] smallest hashes of its shingles, one for each bin; all equal for a text without words. */
  readonly shingles: Uint32Array<ArrayBuffer>;
  /** Of its distinct lines, ascending. */
  readonly lines: Float64Array<ArrayBuffer>;
}

/** Bins of the sketch; the error of an estimated similarity is about 1 / √BINS. */
export const BINS = 128;
/** Words in a row that are compared at once. */
const SHINGLE = 5;
const EMPTY = 0xffffffff;

/**
 * The print of a text: MinHash with one permutation (Li, Owen & Zhang 2012) over runs of five words,
 * empty bins filled from the next filled one (Shrivastava & Li 2014). Linear in the text's length.
 */
export function printOf(text: string): Print {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const hashes = words.map((word) => hash53(word) >>> 0);
  const shingles = new Uint32Array(BINS).fill(EMPTY);
  for (let end = Math.min(SHINGLE, hashes.length); end > 0 && end <= hashes.length; end++) {
    put(shingles, mixed(hashes, Math.max(0, end - SHINGLE), end));
  }
  densify(shingles);
  const lines = new Set<number>();
  for (const { hash } of hashedLines(text)) lines.add(hash);
  return { exact: hash53(words.join(' ')), shingles, lines: Float64Array.from(lines).sort() };
}

/** The estimated share of shingles that two texts have in common (Jaccard), 0 … 1. */
export function similarity(a: Print, b: Print): number {
  let equal = 0;
  for (let bin = 0; bin < BINS; bin++) if (a.shingles[bin] === b.shingles[bin]) equal++;
  return equal / BINS;
}

/** One 32-bit hash of a run of words, every bit depending on all of them. */
function mixed(hashes: readonly number[], start: number, end: number): number {
  let hash = 0x9e3779b9;
  for (let i = start; i < end; i++) {
    hash = Math.imul(hash ^ (hashes[i] ?? 0), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  }
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The upper seven bits choose the bin, the others compete in it. */
function put(bins: Uint32Array, hash: number): void {
  const bin = hash >>> 25;
  const rank = hash & 0x1ffffff;
  if (rank < bins[bin]!) bins[bin] = rank;
}

function densify(bins: Uint32Array): void {
  const filled = bins.slice();
  for (let bin = 0; bin < BINS; bin++) {
    for (let step = 1; bins[bin] === EMPTY && step < BINS; step++) {
      const value = filled[(bin + step) % BINS]!;
      // How far it was borrowed from is part of it, so that two empty bins agree only by right.
      if (value !== EMPTY) bins[bin] = (value + step * 0x2000000) >>> 0;
    }
  }
}
