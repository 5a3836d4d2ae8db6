/** Work that is under way, and those who want that none is. */
export class Underway {
  readonly #work = new Set<Promise<void>>();
  #halts = 0;

  /** Whether nothing may be begun. */
  get halted(): boolean {
    return this.#halts > 0;
  }

  /** Counts work as under way until it settles, and settles as it does. */
  async track(work: Promise<void>): Promise<void> {
    this.#work.add(work);
    await work.finally(() => this.#work.delete(work));
  }

  /** Lets nothing more begin, and waits until nothing is under way; as many `resume`s undo it. */
  async halt(): Promise<void> {
    this.#halts++;
    while (this.#work.size > 0) await Promise.allSettled(this.#work);
  }

  resume(): void {
    this.#halts = Math.max(0, this.#halts - 1);
  }
}
