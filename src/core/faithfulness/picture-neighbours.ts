import type KDBush from 'kdbush';

/** Halves that wait to be looked into: one for each level of the tree, of which 2³² points have 32. */
const DEPTH = 40;

/**
 * Finds the nearest points in a picture on the tree of its KDBush index, which itself finds only what
 * lies within a radius: the halves of a node are parted by one coordinate in turn, and the farther
 * half is looked into only if its edge is nearer than the k-th point so far.
 */
export class PictureSearch {
  readonly #index: KDBush;
  readonly #positions: Float32Array;
  readonly #k: number;
  /** Of what is found so far, ascending. */
  readonly #distances: Float64Array;
  readonly #ends = new Int32Array(2 * DEPTH);
  readonly #axes = new Uint8Array(DEPTH);
  readonly #edges = new Float64Array(DEPTH);
  #waiting = 0;
  #own = 0;
  #count = 0;

  /** @param positions [points × 2], those of the index */
  constructor(index: KDBush, positions: Float32Array, k: number) {
    this.#index = index;
    this.#positions = positions;
    this.#k = k;
    this.#distances = new Float64Array(Math.max(1, k));
  }

  /**
   * Writes the `k` points nearest to one of them to `out` from `at` on, nearest first, of equally
   * near ones that are met the one with the lower number first; returns how many there are.
   */
  nearest(own: number, out: Int32Array, at: number): number {
    this.#own = own;
    this.#count = 0;
    if (this.#k === 0) return 0;
    this.#descend(0, this.#index.numItems - 1, 0, out, at);
    while (this.#waiting > 0) {
      const next = --this.#waiting;
      const full = this.#count === this.#k;
      if (full && this.#edges[next]! >= this.#distances[this.#k - 1]!) continue;
      this.#descend(this.#ends[2 * next]!, this.#ends[2 * next + 1]!, this.#axes[next]!, out, at);
    }
    return this.#count;
  }

  /** Goes down to the leaf on the point's own side and leaves the other halves waiting. */
  #descend(left: number, right: number, firstAxis: number, out: Int32Array, at: number): void {
    const { coords, nodeSize } = this.#index;
    let [from, to, axis] = [left, right, firstAxis];
    while (to - from > nodeSize) {
      const middle = (from + to) >> 1;
      this.#offer(middle, out, at);
      const away = this.#positions[2 * this.#own + axis]! - coords[2 * middle + axis]!;
      const before = away <= 0;
      const slot = this.#waiting++;
      this.#ends[2 * slot] = before ? middle + 1 : from;
      this.#ends[2 * slot + 1] = before ? to : middle - 1;
      axis = 1 - axis;
      this.#axes[slot] = axis;
      this.#edges[slot] = away * away;
      if (before) to = middle - 1;
      else from = middle + 1;
    }
    for (let slot = from; slot <= to; slot++) this.#offer(slot, out, at);
  }

  #offer(slot: number, out: Int32Array, at: number): void {
    const { ids, coords } = this.#index;
    const id = ids[slot]!;
    if (id === this.#own) return;
    const dx = coords[2 * slot]! - this.#positions[2 * this.#own]!;
    const dy = coords[2 * slot + 1]! - this.#positions[2 * this.#own + 1]!;
    const squared = dx * dx + dy * dy;
    const distances = this.#distances;
    const last = this.#k - 1;
    let place = this.#count;
    if (place > last) {
      if (!precedes(squared, id, distances[last]!, out[at + last]!)) return;
      place = last;
    } else this.#count++;
    while (place > 0 && precedes(squared, id, distances[place - 1]!, out[at + place - 1]!)) {
      distances[place] = distances[place - 1]!;
      out[at + place] = out[at + place - 1]!;
      place--;
    }
    distances[place] = squared;
    out[at + place] = id;
  }
}

function precedes(squared: number, id: number, other: number, otherId: number): boolean {
  return squared < other || (squared === other && id < otherId);
}

/** The `k` nearest of every point in a picture, [points × k]; of fewer points k is one less than these. */
export function pictureNeighbours(
  index: KDBush,
  positions: Float32Array,
  k: number,
): { readonly k: number; readonly indices: Int32Array } {
  const points = positions.length / 2;
  const most = Math.max(0, Math.min(k, points - 1));
  const indices = new Int32Array(points * most);
  const search = new PictureSearch(index, positions, most);
  for (let point = 0; point < points; point++) search.nearest(point, indices, point * most);
  return { k: most, indices };
}
