import { easeCubicOut } from 'd3';
import { pointsOf, type Place } from '../place/place.ts';

/** Milliseconds from one layout to the next. */
const DURATION = 200;

/** A map on its way from one layout to another. */
export class Morph {
  readonly #from: Float32Array;
  readonly #to: Float32Array;
  readonly #now: Float32Array<ArrayBuffer>;
  readonly #startedAt: number;

  /**
   * @param shown where the points of `before` are drawn at this moment
   * @param scale place units of `after` in one of `before`, both fitted to the screen
   */
  constructor(before: Place, shown: Float32Array, scale: number, after: Place, startedAt: number) {
    this.#from = startsOf(before, shown, scale, after);
    this.#to = after.places;
    this.#now = new Float32Array(this.#to.length);
    this.#startedAt = startedAt;
  }

  /** Where the points are at a time. */
  at(time: number): { places: Float32Array<ArrayBuffer>; done: boolean } {
    const share = Math.min(1, Math.max(0, (time - this.#startedAt) / DURATION));
    const eased = easeCubicOut(share);
    for (let i = 0; i < this.#now.length; i++) {
      this.#now[i] = this.#from[i]! + eased * (this.#to[i]! - this.#from[i]!);
    }
    return { places: this.#now, done: share === 1 };
  }
}

/**
 * Where each point of a new map was on the old one: the same passage, else its document's first
 * point; a point that is new stands at its place from the start. [points × 2]
 */
export function startsOf(
  before: Place,
  shown: Float32Array,
  scale: number,
  after: Place,
): Float32Array {
  const starts = Float32Array.from(after.places);
  after.map.documents.forEach((document, point) => {
    const passage = after.map.passages?.[point] ?? null;
    const was = pointsOf(before, document, passage)[0] ?? pointsOf(before, document, null)[0];
    if (was === undefined) return;
    starts[2 * point] = scale * shown[2 * was]!;
    starts[2 * point + 1] = scale * shown[2 * was + 1]!;
  });
  return starts;
}
