import { BREATH_CHARS } from '../../limits.ts';

/**
 * Lets others in: where it comes back late, work is held; where it throws `cancelled`, the work was given up.
 */
export type Breathe = () => Promise<void>;

/** For whoever has the thread to itself. */
export const WITHOUT_REST: Breathe = async () => {};

/** Counts what was worked through and rests now and then: each rest costs more than a short record. */
export class Pace {
  readonly #breathe: Breathe;
  #chars = 0;

  constructor(breathe: Breathe) {
    this.#breathe = breathe;
  }

  /**
   * Says that so many characters were worked through; what it gives, if anything, is to be waited for.
   * Null spares a loop over a million records as many turns of the event loop.
   */
  worked(chars: number): Promise<void> | null {
    this.#chars += chars;
    if (this.#chars < BREATH_CHARS) return null;
    this.#chars = 0;
    return this.#breathe();
  }
}
