/** Holds jobs and lets them go on; one switch may serve several jobs, one after the other. */
export class PauseSwitch {
  readonly #followers = new Set<(paused: boolean) => void>();
  #paused = false;

  get paused(): boolean {
    return this.#paused;
  }

  set(paused: boolean): void {
    this.#paused = paused;
    for (const follower of this.#followers) follower(paused);
  }

  /** Calls back with each change, and now if the switch is set; returns the way to stop that. */
  follow(changed: (paused: boolean) => void): () => void {
    if (this.#paused) changed(true);
    this.#followers.add(changed);
    return () => void this.#followers.delete(changed);
  }
}
