/**
 * A 53-bit hash of UTF-16 text by two multiplicative rounds (cyrb53, public domain), good enough to
 * tell some millions of lines apart and far cheaper than SHA-256. Units are taken one by one, so that
 * no string has to be made of what is hashed: start with both seeds, take every unit into both halves,
 * and finish.
 */
export const SEED_A = 0xdeadbeef | 0;
export const SEED_B = 0x41c6ce57;

/** The first half after one more unit. */
export function nextA(a: number, unit: number): number {
  return Math.imul(a ^ unit, 2654435761);
}

/** The second half after one more unit. */
export function nextB(b: number, unit: number): number {
  return Math.imul(b ^ unit, 1597334677);
}

/** The lower 32 bits of the hash, 0 … 2³² − 1. */
export function finish32(a: number, b: number): number {
  return (Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)) >>> 0;
}

/** The hash, a whole number from 0 to 2⁵³ − 1. */
export function finish53(a: number, b: number): number {
  const low = finish32(a, b);
  const high = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return 2 ** 32 * (high & 0x1fffff) + low;
}

/** The hash of a text as a whole. */
export function hash53(text: string): number {
  let [a, b] = [SEED_A, SEED_B];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = nextA(a, unit);
    b = nextB(b, unit);
  }
  return finish53(a, b);
}
