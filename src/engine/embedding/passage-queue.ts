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

  /**
   * The next texts, at most `count`; none if nothing is left. Where several share the queue, no more than
   * half of a taker's part of what is left, so that all end at about the same time (guided
   * self-scheduling, Polychronopoulos & Kuck 1987, doi:10.1109/TC.1987.5009495).
   */
  take(count: number, takers = 0): number[] {
    const most = takers > 1 ? Math.min(count, Math.ceil(this.size / (2 * takers))) : count;
    const taken = this.#waiting.slice(this.#next, this.#next + most);
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
