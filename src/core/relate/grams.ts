/** Words of an n-gram that is looked up (docs/methods.md §3.8). */
const GRAM = 8;
/** Shared words in a row that show copying. */
const RUN = 13;
/** Places of one 8-gram that are kept: "ha ha ha …" has no end of them. */
const MOST_PLACES = 16;

/** A run of words that two texts share, as long as it can be. */
export interface SharedRun {
  /** Index of its first word in the text that was searched. */
  readonly inText: number;
  /** The same in the text that was indexed. */
  readonly inIndexed: number;
  readonly words: number;
}

/**
 * The 8-grams of one text, to be found in many others in one pass over each: only where eight words
 * in a row are all known is anything looked up. Hashes are checked word by word.
 */
export class Grams {
  readonly #words: Uint32Array;
  readonly #known: Uint8Array;
  /** Where 8-grams of a hash begin. */
  readonly #places = new Map<number, number[]>();

  /** @param words of the text, by number */
  constructor(words: Uint32Array) {
    this.#words = words;
    this.#known = new Uint8Array(words.reduce((most, id) => Math.max(most, id + 1), 0));
    for (const id of words) this.#known[id] = 1;
    for (let at = 0; at + GRAM <= words.length; at++) {
      const hash = hashAt(words, at);
      const places = this.#places.get(hash);
      if (!places) this.#places.set(hash, [at]);
      else if (places.length < MOST_PLACES) places.push(at);
    }
  }

  /** The 8-grams within words [from, to), repeated ones included. */
  hashes(from: number, to: number): number[] {
    const length = Math.max(0, to - from - GRAM + 1);
    return Array.from({ length }, (_, i) => hashAt(this.#words, from + i));
  }

  /** Runs of 13 words or more that a text shares, and which 8-grams it has, by their hashes. */
  in(text: Uint32Array): { runs: SharedRun[]; found: Set<number> } {
    const runs: SharedRun[] = [];
    const found = new Set<number>();
    let known = 0;
    let reached = 0;
    for (let i = 0; i < text.length; i++) {
      known = this.#known[text[i]!] === 1 ? known + 1 : 0;
      if (known < GRAM) continue;
      const inText = i - GRAM + 1;
      const hash = hashAt(text, inText);
      const places = this.#places.get(hash) ?? [];
      for (const inIndexed of places) {
        if (this.#common(text, inText, inIndexed, GRAM) < GRAM) continue;
        found.add(hash);
        // What repeats itself is shown once where it stands; a run that goes on from the word before
        // was measured there.
        if (places.length > 1 && inText < reached) continue;
        if (inText > 0 && inIndexed > 0 && text[inText - 1] === this.#words[inIndexed - 1])
          continue;
        const words = this.#common(text, inText, inIndexed, Infinity);
        if (words < RUN) continue;
        runs.push({ inText, inIndexed, words });
        reached = Math.max(reached, inText + words);
      }
    }
    return { runs, found };
  }

  /** Equal words from two places on, `most` at most. */
  #common(text: Uint32Array, inText: number, inIndexed: number, most: number): number {
    const end = Math.min(most, text.length - inText, this.#words.length - inIndexed);
    let words = 0;
    while (words < end && text[inText + words] === this.#words[inIndexed + words]) words++;
    return words;
  }
}

function hashAt(words: Uint32Array, at: number): number {
  let hash = 0;
  for (let i = at; i < at + GRAM; i++) hash = (Math.imul(hash, 0x01000193) ^ words[i]!) >>> 0;
  return hash;
}
