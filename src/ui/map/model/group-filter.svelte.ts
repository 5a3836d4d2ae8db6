import type { Session } from '../../../state/session.svelte.ts';
import { isAlone, only, toggled } from '../../filter.ts';
import { legendOf, type LegendEntry } from '../look/legend.ts';
import type { DrawnMap } from './drawn-map.svelte.ts';

/** The legend of the map, by which groups are hidden and shown. */
export class GroupFilter {
  readonly #session: Session;
  readonly #drawn: DrawnMap;
  // Apart from the rest of the view, which changes with every movement of the map.
  readonly #colour = $derived.by(() => this.#session.view.colour);
  readonly #hidden = $derived.by(() => this.#session.view.hidden);
  readonly entries: readonly LegendEntry[] = $derived.by(() =>
    legendOf(this.#drawn.corpus, this.#drawn.marks, { colour: this.#colour, hidden: this.#hidden }),
  );

  constructor(session: Session, drawn: DrawnMap) {
    this.#session = session;
    this.#drawn = drawn;
  }

  /** How many entries are shown. */
  get shown(): number {
    return this.entries.filter(({ hidden }) => !hidden).length;
  }

  /** Hides or shows what an entry stands for. */
  toggle(entry: LegendEntry): void {
    this.#session.show({ hidden: toggled(this.#session.view.hidden, entry.groups) });
  }

  /** Shows only what an entry stands for; where that is all there is to see, everything. */
  isolate(entry: LegendEntry): void {
    const { corpus } = this.#drawn;
    this.#session.show({ hidden: this.isAlone(entry) ? [] : only(corpus, entry.groups) });
  }

  /** Whether an entry is all that is shown. */
  isAlone(entry: LegendEntry): boolean {
    return isAlone(this.#drawn.corpus, this.#session.view.hidden, entry.groups);
  }

  showAll(): void {
    this.#session.show({ hidden: [] });
  }
}
