import type { ImportOptions } from '../../engine/import-files.ts';
import { PauseSwitch } from '../../engine/pause-switch.ts';

/** The piece of work that is under way: it can be held and given up. */
export class Run {
  /** Whether it is held. */
  paused = $state(false);
  #abort = new AbortController();
  #pause = new PauseSwitch();

  /** What a new piece of work runs under, free to go. */
  start(): ImportOptions {
    this.#abort = new AbortController();
    this.#pause = new PauseSwitch();
    this.paused = false;
    return { signal: this.#abort.signal, pause: this.#pause };
  }

  /** Holds the work, or lets it go on. */
  hold(paused: boolean): void {
    this.paused = paused;
    this.#pause.set(paused);
  }

  /** Gives the work up. */
  abort(): void {
    this.#abort.abort();
    this.paused = false;
  }
}
