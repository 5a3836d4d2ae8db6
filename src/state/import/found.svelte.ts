import type { Role } from '../../core/corpus/model.ts';
import { joinConditions } from '../../core/corpus/parse/conditions.ts';
import type { Draft, Note, Table } from '../../core/corpus/parse/parse.ts';
import { nameTwins } from '../../core/corpus/parse/twin-pairs.ts';
import { unpackPrints } from '../../core/corpus/repeats/packed-prints.ts';
import type { Print } from '../../core/corpus/repeats/print.ts';
import { AppError } from '../../core/errors.ts';
import type { Reading } from '../../engine/engine.ts';
import type { GivenIntake } from '../given-intake.svelte.ts';

/** What the files of a preview were found to hold, and what is to be said of them. */
export class Found {
  tables = $state.raw<readonly Table[]>([]);
  problems = $state.raw<readonly AppError[]>([]);
  notes = $state.raw<readonly Note[]>([]);
  #drafts: Draft[] = [];
  #prints = new WeakMap<Draft, Print>();
  readonly #given: GivenIntake;

  /** @param given - vectors that come along with what is found */
  constructor(given: GivenIntake) {
    this.#given = given;
  }

  get drafts(): readonly Draft[] {
    return this.#drafts;
  }

  /** Adds what was read. @param role - that the reader gave to all of it; null for what it says itself */
  take(readings: readonly Reading[], role: Role | null): void {
    for (const reading of readings) {
      const { drafts, prints, problems, notes, tables } = reading;
      this.#given.take(reading);
      for (const [at, print] of unpackPrints(prints).entries()) {
        const read = drafts[at];
        if (!read) continue;
        const draft = role === null ? read : { ...read, role };
        this.#drafts.push(draft);
        this.#prints.set(draft, print);
      }
      this.report(problems.map((record) => AppError.fromRecord(record)));
      if (notes.length > 0) this.notes = [...this.notes, ...notes];
      if (tables.length > 0) this.tables = [...this.tables, ...tables];
    }
  }

  /** Adds what could not be read. */
  report(problems: readonly AppError[]): void {
    if (problems.length > 0) this.problems = [...this.problems, ...problems];
  }

  /** Forgets all that came from the files that `holds` names. */
  forget(holds: (file: string) => boolean): void {
    this.#drafts = this.#drafts.filter(({ source }) => !holds(source));
    this.tables = this.tables.filter((table) => !holds(table.file));
    this.notes = this.notes.filter((note) => !holds(note.file));
    this.problems = this.problems.filter(({ params }) => !('file' in params && holds(params.file)));
    this.#given.forget(holds);
  }

  /** Puts together what several files say; drafts that are changed by it keep or get a print. */
  async settle(): Promise<void> {
    // Nobody downloads this who brings nothing.
    const { printOf } = await import('../../core/corpus/repeats/print.ts');
    if (this.#drafts.length === 0) return;
    const joined = joinConditions(this.#withVectors());
    const named = nameTwins(joined);
    for (const [at, draft] of named.entries()) {
      const of = joined[at];
      const print = of && this.#prints.get(of);
      this.#prints.set(
        draft,
        print && of.text === draft.text && of.shape !== 'condition' ? print : printOf(draft.text),
      );
    }
    this.#drafts = named;
  }

  /** Drafts with the vectors of files beside their tables; each keeps its print. */
  #withVectors(): readonly Draft[] {
    const before = this.#drafts;
    const joined = this.#given.join(before, this.tables);
    for (const [at, draft] of joined.entries()) {
      const print = before[at] && this.#prints.get(before[at]);
      if (print) this.#prints.set(draft, print);
    }
    return joined;
  }

  /** The print of a draft, once all is settled. */
  printOf(draft: Draft): Print {
    return this.#prints.get(draft)!;
  }

  clear(): void {
    this.#drafts = [];
    this.#prints = new WeakMap();
    this.tables = [];
    this.problems = [];
    this.notes = [];
  }
}
