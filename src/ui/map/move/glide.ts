import { GLIDING_POINTS } from '../../../core/limits.ts';
import type { Place } from '../place/place.ts';
import { Morph } from './morph.ts';
import { reducedMotion } from './zoom.ts';

/** Where points are drawn: at their places, or on their way there from those of another layout. */
export class Glide {
  #places: Float32Array = new Float32Array();
  #morph: Morph | null = null;

  /** [points × 2], within ±1 where they are at rest */
  get places(): Float32Array {
    return this.#places;
  }

  /** Whether points are on their way. */
  get moving(): boolean {
    return this.#morph !== null;
  }

  /**
   * Sends points to the places of another layout; at once where motion is not wanted, or of too many.
   * @param scale of the former layout on the screen, in that of the new one
   */
  to(before: Place | null, after: Place, scale: number): void {
    this.#morph =
      before && !reducedMotion() && after.count <= GLIDING_POINTS
        ? new Morph(before, this.#places, scale, after, performance.now())
        : null;
    if (!this.#morph) this.#places = after.places;
  }

  /** Moves points on. */
  step(): void {
    if (!this.#morph) return;
    const { places, done } = this.#morph.at(performance.now());
    this.#places = places;
    if (done) this.#morph = null;
  }
}
