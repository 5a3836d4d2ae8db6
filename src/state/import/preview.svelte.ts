import { bundled, type Bundle } from '../../core/corpus/bundles.ts';
import type { Role } from '../../core/corpus/model.ts';
import type { Draft, Mapping } from '../../core/corpus/parse/parse.ts';
import type { Engine } from '../../engine/engine.ts';
import { rest } from '../../platform/rest.ts';
import type { GivenIntake } from '../given-intake.svelte.ts';
import type { Notices } from '../notices.svelte.ts';
import { Rules } from '../rules.svelte.ts';
import { Found } from './found.svelte.ts';
import { Repeats } from './repeats.svelte.ts';

/** What is about to come in: sorted into bundles that the reader may still change. */
export class Preview {
  bundles = $state.raw<readonly Bundle[]>([]);
  /** What the reader says that columns of tables mean, where no table has been read by it yet; by file. */
  chosen = $state.raw<ReadonlyMap<string, Mapping>>(new Map());

  readonly found: Found;
  readonly repeats: Repeats;
  /** Vectors that came along. */
  readonly given: GivenIntake;
  /** By which it is sorted; forgotten with it. */
  readonly rules: Rules<Draft>;
  /** Documents that will be added. */
  readonly documents = $derived.by(() =>
    this.included.reduce(
      (sum, bundle) => sum + bundle.drafts.length - this.repeats.leftOutOf(bundle).size,
      0,
    ),
  );

  readonly #names: Readonly<Record<Role, string>>;
  /** Grows whenever all is forgotten. */
  #cleared = 0;

  /**
   * @param names of the groups that take files which came without a folder
   * @param isShown whether the reader is looking at it
   */
  constructor(
    engine: Engine,
    notices: Notices,
    names: Readonly<Record<Role, string>>,
    given: GivenIntake,
    isShown: () => boolean,
  ) {
    this.#names = names;
    this.given = given;
    this.found = new Found(given);
    this.repeats = new Repeats(engine, notices);
    this.rules = new Rules(
      engine,
      () => this.found.drafts,
      (draft) => ({
        ...draft,
        path: draft.source,
        group: draft.group ?? names[draft.role ?? 'training'],
      }),
      () => {
        if (!isShown()) return;
        this.#bundle();
        void this.#findRepeats();
      },
    );
  }

  /** Bundles that the reader has not left out. */
  get included(): readonly Bundle[] {
    return this.bundles.filter(({ included }) => included);
  }

  /**
   * Sorts what was found; each step goes through all drafts, and the page draws before the next.
   * @returns whether it is there to be looked at: false where all was forgotten meanwhile
   */
  async show(): Promise<boolean> {
    const before = this.#cleared;
    const steps: readonly (() => void | Promise<void>)[] = [
      () => this.found.settle(),
      () => this.rules.ask(),
      () => this.#bundle(),
      () => this.#findRepeats(),
    ];
    for (const step of steps) {
      await rest();
      if (this.#cleared !== before) return false;
      await step();
    }
    return this.#cleared === before;
  }

  /** Changes role, group name, inclusion or stripping of one bundle. */
  edit(key: string, change: Partial<Omit<Bundle, 'key' | 'drafts'>>): void {
    this.bundles = this.bundles.map((bundle) =>
      bundle.key === key ? { ...bundle, ...change } : bundle,
    );
    if (change.role !== undefined || change.included !== undefined) void this.#findRepeats();
  }

  /** Gives all bundles a role; those whose group nobody named follow. */
  editRoles(role: Role): void {
    this.bundles = this.bundles.map((bundle) => ({
      ...bundle,
      role,
      group: bundle.group === this.#names[bundle.role] ? this.#names[role] : bundle.group,
    }));
    void this.#findRepeats();
  }

  /** Tables that wait to be read by what was chosen; one without a column of texts cannot be. */
  get pending(): string[] {
    return [...this.chosen].flatMap(([file, { text }]) => (text.length > 0 ? [file] : []));
  }

  /** Keeps what the columns of a table mean until it is read by it. */
  choose(file: string, mapping: Mapping): void {
    this.chosen = new Map(this.chosen).set(file, mapping);
  }

  /** What was chosen for a table, which is now read by it; undefined where nothing was. */
  takeChosen(file: string): Mapping | undefined {
    const mapping = this.chosen.get(file);
    this.chosen = new Map([...this.chosen].filter(([each]) => each !== file));
    return mapping;
  }

  clear(): void {
    this.#cleared++;
    this.bundles = [];
    this.chosen = new Map();
    this.found.clear();
    this.repeats.clear();
    this.rules.clear();
    this.given.clear();
  }

  #bundle(): void {
    this.bundles = bundled(this.found.drafts, this.bundles, this.#names, (draft) => {
      const rule = this.rules.of(draft);
      return rule && { role: rule.role, group: rule.group.trim() || null };
    });
  }

  #findRepeats(): Promise<void> {
    this.given.look(this.included.flatMap(({ drafts }) => drafts));
    return this.repeats.find(this.bundles, (draft) => this.found.printOf(draft));
  }
}
