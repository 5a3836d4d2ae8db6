import type { Placed } from './placed.ts';

/**
 * One number for each pair of a document and a scenario, computed when first asked for and kept
 * until either leaves: a column of 8 bytes a document for each scenario.
 */
export class Columns {
  readonly #compute: (document: Placed, scenario: Placed) => number;
  readonly #slots = new Map<Placed, number>();
  readonly #free: number[] = [];
  readonly #columns = new Map<Placed, Float64Array>();

  /** @param compute a number that is not NaN, of the pair alone */
  constructor(compute: (document: Placed, scenario: Placed) => number) {
    this.#compute = compute;
  }

  get(document: Placed, scenario: Placed): number {
    const slot = this.#slot(document);
    const column = this.#column(scenario, slot);
    const known = column[slot]!;
    if (!Number.isNaN(known)) return known;
    return (column[slot] = this.#compute(document, scenario));
  }

  /** Drops what was kept of a document or a scenario. */
  forget(placed: Placed): void {
    this.#columns.delete(placed);
    const slot = this.#slots.get(placed);
    if (slot === undefined) return;
    this.#slots.delete(placed);
    this.#free.push(slot);
    for (const column of this.#columns.values()) if (slot < column.length) column[slot] = NaN;
  }

  #slot(document: Placed): number {
    let slot = this.#slots.get(document);
    if (slot === undefined) {
      slot = this.#free.pop() ?? this.#slots.size;
      this.#slots.set(document, slot);
    }
    return slot;
  }

  /** The scenario's column, long enough for a slot. */
  #column(scenario: Placed, slot: number): Float64Array {
    const known = this.#columns.get(scenario);
    if (known && slot < known.length) return known;
    const longer = new Float64Array(Math.max(64, 2 * slot)).fill(NaN);
    if (known) longer.set(known);
    this.#columns.set(scenario, longer);
    return longer;
  }
}
