/** A growing list of token ids that is emptied and refilled without allocating. */
export class TokenBuffer {
  length = 0;
  #ids = new Uint32Array(1024);

  clear(): void {
    this.length = 0;
  }

  push(id: number): void {
    if (this.length === this.#ids.length) {
      const larger = new Uint32Array(this.#ids.length * 2);
      larger.set(this.#ids);
      this.#ids = larger;
    }
    this.#ids[this.length++] = id;
  }

  pushAll(ids: readonly number[]): void {
    for (const id of ids) this.push(id);
  }

  /** A copy of the ids from position `from` on. */
  since(from: number): readonly number[] {
    return Array.from(this.#ids.subarray(from, this.length));
  }

  /** All ids, without a copy: valid until the next change. */
  view(): Uint32Array {
    return this.#ids.subarray(0, this.length);
  }
}
