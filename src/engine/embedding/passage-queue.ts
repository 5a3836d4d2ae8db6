/** What is still to be embedded, shared by all workers: whoever is free takes the next few. */
export class PassageQueue {
  #waiting: number[];
  #next = 0;

  /** @param texts indexes, in the order in which they are to be taken */
  constructor(texts: readonly number[]) {
    this.#waiting = [...texts];
  }

  get size(): number {
    return this.#waiting.length - this.#next;
  }

  /** The next texts, at most `count`; none if nothing is left. */
  take(count: number): number[] {
    const taken = this.#waiting.slice(this.#next, this.#next + count);
    this.#next += taken.length;
    return taken;
  }

  /** Puts back, to be taken next, what its taker could not finish. */
  giveBack(texts: readonly number[]): void {
    this.#waiting = [...texts, ...this.#waiting.slice(this.#next)];
    this.#next = 0;
  }

  /**
   * Sorts what waits by `length` within windows of `window` texts: a batch is padded to its longest, and
   * documents still finish roughly in their order.
   */
  sortWithin(window: number, length: (text: number) => number): void {
    const rest = this.#waiting.slice(this.#next);
    const sorted: number[] = [];
    for (let start = 0; start < rest.length; start += window) {
      const part = rest.slice(start, start + window);
      sorted.push(...part.sort((a, b) => length(a) - length(b) || a - b));
    }
    this.#waiting = sorted;
    this.#next = 0;
  }
}
