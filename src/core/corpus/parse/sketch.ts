import { asText, type Fields } from './fields.ts';
import { guessMapping, type Mapping, type Table } from './mapping.ts';
import { understand, type Understood } from './shapes.ts';

/** Records that are looked at, cells shown of each column, and characters of each of these. */
const RECORDS = 20;
const EXAMPLES = 3;
const EXAMPLE_CHARS = 140;
const COLUMNS = 200;

/** Gathers, from the first records of a file, what its columns are called and hold. */
export class TableSketch {
  readonly #columns = new Map<string, string[]>();
  readonly #hidden = new Set<string>();
  #understood: Understood | null = null;
  #records = 0;

  add(fields: Fields): void {
    if (this.#records++ >= RECORDS) return;
    this.#understood ??= understand(fields);
    for (const [name, value] of fields) this.#look(name, value);
  }

  /** A column of vectors is none that the reader could mean anything by. */
  hide(column: string): void {
    this.#hidden.add(column);
  }

  /** Columns that hold nothing in the first records are columns too. */
  name(columns: readonly string[]): void {
    for (const name of columns.slice(0, COLUMNS)) {
      if (!this.#columns.has(name)) this.#columns.set(name, []);
    }
  }

  /** Null where the file has no records. @param records - read of the file */
  table(file: string, records: number, mapping: Mapping | null): Table | null {
    if (this.#columns.size === 0) return null;
    const shown = [...this.#columns].filter(([name]) => !this.#hidden.has(name));
    const columns = shown.map(([name, examples]) => ({ name, examples }));
    const names = columns.map(({ name }) => name);
    return { file, records, columns, mapping: mapping ?? guessMapping(names, this.#understood) };
  }

  #look(name: string, value: unknown): void {
    const examples = this.#columns.get(name) ?? [];
    if (!this.#columns.has(name) && this.#columns.size >= COLUMNS) return;
    this.#columns.set(name, examples);
    if (examples.length >= EXAMPLES) return;
    const line = asText(value)
      .slice(0, 4 * EXAMPLE_CHARS)
      .replace(/\s+/g, ' ')
      .trim();
    if (line === '') return;
    const short = line.length > EXAMPLE_CHARS ? `${line.slice(0, EXAMPLE_CHARS - 1)}…` : line;
    examples.push(short);
  }
}
