/**
 * Words longer than this are looked up anew each time: from 13 characters on, V8 represents a
 * slice as a pointer into its parent, so that remembering the word would keep its document alive.
 */
const MAX_CHARS = 12;

/** Entries before the cache starts afresh: about 5 MB, more than a book's distinct words. */
const MAX_ENTRIES = 50_000;

/** Remembers the token ids of words. Bounded; a full cache is emptied, which only costs time. */
export class WordCache {
  readonly #ids = new Map<string, readonly number[]>();

  get(word: string): readonly number[] | undefined {
    return word.length > MAX_CHARS ? undefined : this.#ids.get(word);
  }

  set(word: string, ids: readonly number[]): void {
    if (word.length > MAX_CHARS) return;
    if (this.#ids.size >= MAX_ENTRIES) this.#ids.clear();
    this.#ids.set(word, ids);
  }
}
