import { BINS } from './bins.ts';
import { finish32, finish53, nextA, nextB, SEED_A, SEED_B } from './hash.ts';
import { isInWord } from './in-word.ts';
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

/** Words in a row that are compared at once. */
const SHINGLE = 5;
const EMPTY = 0xffffffff;
const SPACE = 0x20;

/**
 * The print of a text: MinHash with one permutation (Li, Owen & Zhang 2012) over runs of five words,
 * empty bins filled from the next filled one (Shrivastava & Li 2014). Linear in the text's length; no word
 * becomes a string of its own, since reading large files is mostly this.
 */
export function printOf(text: string): Print {
  const plain = text.normalize('NFKC').toLowerCase();
  const shingles = new Uint32Array(BINS).fill(EMPTY);
  /** Hashes of the latest words, that of the n-th at n % `SHINGLE`. */
  const latest = new Uint32Array(SHINGLE);
  let words = 0;
  let inside = false;
  /** Of all words with a space between two of them, and of the word at hand. */
  let [a, b, wordA, wordB] = [SEED_A, SEED_B, SEED_A, SEED_B];
  // One step beyond the end, where the last word ends.
  for (let i = 0; i <= plain.length; i++) {
    if (i === plain.length || !isInWord(plain, i)) {
      if (!inside) continue;
      inside = false;
      latest[words++ % SHINGLE] = finish32(wordA, wordB);
      if (words >= SHINGLE) put(shingles, mixed(latest, words));
      continue;
    }
    if (!inside) {
      inside = true;
      wordA = SEED_A;
      wordB = SEED_B;
      if (words > 0) {
        a = nextA(a, SPACE);
        b = nextB(b, SPACE);
      }
    }
    const unit = plain.charCodeAt(i);
    a = nextA(a, unit);
    b = nextB(b, unit);
    wordA = nextA(wordA, unit);
    wordB = nextB(wordB, unit);
  }
  if (words > 0 && words < SHINGLE) put(shingles, mixed(latest, words));
  densify(shingles);
  const lines = new Set<number>();
  for (const { hash } of hashedLines(text)) lines.add(hash);
  return { exact: finish53(a, b), shingles, lines: Float64Array.from(lines).sort() };
}

/** The estimated share of shingles that two texts have in common (Jaccard), 0 … 1. */
export function similarity(a: Print, b: Print): number {
  let equal = 0;
  for (let bin = 0; bin < BINS; bin++) if (a.shingles[bin] === b.shingles[bin]) equal++;
  return equal / BINS;
}

/** One 32-bit hash of the latest of so many words, every bit depending on all of them. */
function mixed(latest: Uint32Array, words: number): number {
  let hash = 0x9e3779b9;
  for (let i = Math.max(0, words - SHINGLE); i < words; i++) {
    hash = Math.imul(hash ^ latest[i % SHINGLE]!, 0x85ebca6b);
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
