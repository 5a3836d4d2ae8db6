/** Milliseconds that the map rests before lines of equal density are sought. */
const REST = 120;

/** Brings the lines of equal density of what is in view on the canvas, once nothing has moved for a moment. */
export class ContoursAtRest {
  readonly #find: () => Promise<boolean>;
  readonly #redraw: () => void;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #found = false;

  /** @param find seeks the lines; false where there are none to draw */
  constructor(find: () => Promise<boolean>, redraw: () => void) {
    this.#find = find;
    this.#redraw = redraw;
  }

  /** Waits anew: a frame has been drawn. That which brings the lines asks for no other ones. */
  drawn(): void {
    clearTimeout(this.#resting);
    if (this.#found) this.#found = false;
    else this.#resting = setTimeout(() => void this.#seek(), REST);
  }

  stop(): void {
    clearTimeout(this.#resting);
  }

  async #seek(): Promise<void> {
    // Points are drawn all the same if the code for the lines cannot be loaded.
    this.#found = await this.#find().catch(() => false);
    if (this.#found) this.#redraw();
  }
}
