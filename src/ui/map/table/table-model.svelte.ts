import type { Explorer } from '../../../state/explorer.svelte.ts';
import { share, signed } from '../../words/figures.ts';
import * as words from '../../words/map-table.ts';
import type { MapModel } from '../model/map-model.svelte.ts';
import {
  COLUMNS,
  matching,
  rowsOf,
  sorted,
  visible,
  type Column,
  type Order,
  type TableRow,
} from './rows.ts';

/** The table of a map's points: which rows and columns it has, and which row the keyboard is at. */
export class TableModel {
  /** What the live region says. */
  said = $state('');
  /** What is scrolled to, and how much of it is seen, in pixels. */
  scroll = $state.raw({ top: 0, height: 0 });
  #query = $state('');
  #order = $state.raw<Order | null>(null);
  #active = $state(0);

  readonly #map: MapModel;
  readonly #explorer: Explorer;
  readonly #phone: () => boolean;
  /** Pixels. */
  readonly rowHeight = $derived.by(() => (this.#phone() ? 56 : 34));
  readonly all = $derived.by(() => {
    const { highlight, looks, place } = this.#map.drawn;
    if (!place || !looks || !highlight) return [];
    const { corpus } = this.#explorer.session;
    return rowsOf(place, looks, corpus, this.#map.colour.shading, highlight);
  });
  readonly #found = $derived(matching(this.all, this.#query));
  /** Those that fit what is sought, in order. */
  readonly rows = $derived(this.#order ? sorted(this.#found, this.#order) : this.#found);
  readonly columns: readonly Column[] = $derived.by(() =>
    COLUMNS.filter(
      (column) =>
        (column !== 'shade' || this.#map.colour.shading !== null) &&
        (column !== 'near' || this.all.some(({ near }) => near !== null)) &&
        (!this.#phone() || column === 'title' || column === this.#order?.by),
    ),
  );
  /** The rows that are drawn: from `first` up to `last`. */
  readonly window = $derived(visible(this.rows.length, this.rowHeight, this.scroll));
  /** The row that the keyboard is at. */
  readonly at = $derived(Math.min(this.#active, Math.max(0, this.rows.length - 1)));
  /** Whether all of its rows are gathered. */
  readonly allGathered = $derived.by(() => {
    const { ids } = this.#explorer.gathered;
    return this.rows.length > 0 && this.rows.every((row) => ids.has(row.id));
  });

  /** @param phone whether there is room for one column only */
  constructor(map: MapModel, explorer: Explorer, phone: () => boolean) {
    this.#map = map;
    this.#explorer = explorer;
    this.#phone = phone;
  }

  get query(): string {
    return this.#query;
  }

  get order(): Order | null {
    return this.#order;
  }

  /** Shows the rows that have every word of a query. */
  seek(query: string): void {
    this.#query = query;
    this.#active = 0;
    this.said = words.rowsFound(this.rows.length);
  }

  /** Sorts by a column upwards; null leaves the order of the map. */
  sortBy(by: Column | null): void {
    this.#sort(by && { by, descending: false });
  }

  /** Sorts by a column upwards, then downwards, then not at all. */
  turn(by: Column): void {
    if (this.#order?.by !== by) this.sortBy(by);
    else this.#sort(this.#order.descending ? null : { by, descending: true });
  }

  #sort(order: Order | null): void {
    this.#order = order;
    this.said = order
      ? words.sortedBy(words.columns[order.by], order.descending, this.rows.length)
      : words.unsorted(this.rows.length);
  }

  /** Goes to a row. */
  go(to: number): void {
    this.#active = to;
  }

  /** Gathers the documents of all rows; where they are, lets go of everything. */
  gatherAll(): void {
    const { gathered } = this.#explorer;
    if (this.allGathered) gathered.clear();
    else gathered.add(this.rows.map((row) => row.id));
  }

  /** What stands in a cell. */
  written(row: TableRow, column: Column): string {
    const value = row[column];
    if (value === null) return '';
    if (column === 'role') return words.roles[row.role];
    if (column === 'shade') return share(Number(value));
    return typeof value === 'string' ? value : column === 'near' ? `${value}` : signed(value);
  }
}
