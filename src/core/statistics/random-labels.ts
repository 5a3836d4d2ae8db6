/** Units that share a number: their labels are its bits. */
export const NIBBLE = 4;

/** A run of units of which so many carry the label. */
export interface Segment {
  /** First of the `⌈units / 4⌉` nibbles that hold its labels. */
  readonly nibble: number;
  readonly units: number;
  readonly labelled: number;
}

/** Shares of 1/32 that labels are drawn with before they are set right. */
const LEVEL_BITS = 5;
const CERTAIN = 2 ** LEVEL_BITS;

/**
 * Draws which units of a segment carry the label, every choice of so many equally likely: unit u's
 * label is bit u mod 4 of its nibble ⌊u / 4⌋. Each unit is first labelled independently with nearly the
 * right chance, 32 at a time; then labels are added or taken at random until they are as many as they
 * should be. Neither step tells units apart, so that the result does not either.
 */
export function drawLabels(nibbles: Uint8Array, segment: Segment, random: () => number): void {
  const { nibble, units, labelled } = segment;
  let count = drawEach(nibbles, segment, random);
  while (count !== labelled) {
    const unit = Math.floor(random() * units);
    const at = nibble + (unit >> 2);
    const isLabelled = (nibbles[at]! >> (unit & 3)) & 1;
    if (isLabelled === Number(count < labelled)) continue;
    nibbles[at]! ^= 1 << (unit & 3);
    count += isLabelled ? -1 : 1;
  }
}

/** Labels each unit with the same chance; returns how many. */
function drawEach(
  nibbles: Uint8Array,
  { nibble, units, labelled }: Segment,
  random: () => number,
): number {
  const level = Math.round((labelled / units) * CERTAIN);
  let count = 0;
  let at = nibble;
  for (let left = units; left > 0; left -= 32) {
    const inside = left >= 32 ? -1 : (1 << left) - 1;
    let word = biasedBits(level, random) & inside;
    count += ones(word);
    for (let i = 0; i < 32 && i < left; i += NIBBLE) {
      nibbles[at++] = word & 15;
      word >>>= NIBBLE;
    }
  }
  return count;
}

/** Bits that are 1 with a chance of level / 32: its binary digits decide, from the lowest 1 on. */
function biasedBits(level: number, random: () => number): number {
  if (level === 0) return 0;
  if (level === CERTAIN) return -1;
  let word = 0;
  for (let digits = level | CERTAIN; digits > 1; digits >>= 1) {
    if (word === 0 && (digits & 1) === 0) continue;
    word = digits & 1 ? word | fairBits(random) : word & fairBits(random);
  }
  return word;
}

/** Thirty-two fair bits from a generator of numbers in [0, 1) with as many. */
function fairBits(random: () => number): number {
  // Low bits of a linear congruential generator repeat early: the finaliser of MurmurHash3 (Appleby
  // 2008), a permutation of all words, spreads the high ones over them.
  let word = (random() * 2 ** 32) | 0;
  word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
  return word ^ (word >>> 16);
}

/** How many bits of a word are 1 (Warren 2013, Hacker's Delight, §5–1). */
function ones(word: number): number {
  let sums = word - ((word >>> 1) & 0x55555555);
  sums = (sums & 0x33333333) + ((sums >>> 2) & 0x33333333);
  return Math.imul((sums + (sums >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
