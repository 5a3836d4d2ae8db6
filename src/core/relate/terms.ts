/** Numbers strings from 0 in order of first use, so that texts can be kept as numbers. */
export class Terms {
  readonly #ids = new Map<string, number>();

  get size(): number {
    return this.#ids.size;
  }

  /** Number of a string; a new one if it was never met. */
  id(term: string): number {
    let id = this.#ids.get(term);
    if (id === undefined) {
      id = this.#ids.size;
      this.#ids.set(term, id);
    }
    return id;
  }
}
