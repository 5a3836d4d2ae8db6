/**
 * The k best of what is offered, for several rows at once: highest cosine first, ties by lower
 * index, so that the order of the offers does not matter. Cosines are compared as the float32
 * numbers that are kept.
 */
export class TopK {
  readonly k: number;
  /** [rows × k], −1 where fewer than k were offered. */
  readonly indices: Int32Array<ArrayBuffer>;
  /** [rows × k], −Infinity where fewer than k were offered. */
  readonly cosines: Float32Array<ArrayBuffer>;
  /** [rows], the last cosine of each list: what lies below it need not be offered. */
  readonly floors: Float32Array<ArrayBuffer>;

  constructor(rows: number, k: number) {
    this.k = k;
    this.indices = new Int32Array(rows * k).fill(-1);
    this.cosines = new Float32Array(rows * k).fill(-Infinity);
    this.floors = new Float32Array(rows).fill(k > 0 ? -Infinity : Infinity);
  }

  /** Offers item `index` to the list of `row`; offer each item at most once. */
  offer(row: number, index: number, cosine: number): void {
    const { indices, cosines } = this;
    const value = Math.fround(cosine);
    const first = row * this.k;
    let slot = first + this.k - 1;
    if (slot < first || value < cosines[slot]!) return;
    if (value === cosines[slot] && index > indices[slot]!) return;
    while (slot > first) {
      const above = cosines[slot - 1]!;
      if (above > value || (above === value && indices[slot - 1]! < index)) break;
      cosines[slot] = above;
      indices[slot] = indices[slot - 1]!;
      slot--;
    }
    cosines[slot] = value;
    indices[slot] = index;
    this.floors[row] = cosines[first + this.k - 1]!;
  }
}
