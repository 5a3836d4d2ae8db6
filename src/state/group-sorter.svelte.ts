import type { Document } from '../core/corpus/model.ts';
import { movesOf, type Moves } from '../core/corpus/moves.ts';
import type { Engine } from '../engine/engine.ts';
import { move } from './moving.ts';
import type { Notices } from './notices.svelte.ts';
import { Rules } from './rules.svelte.ts';
import type { Session } from './session.svelte.ts';

/** Sorting documents that are here already: by rules, into groups and roles, as one step. */
export class GroupSorter {
  readonly rules: Rules<Document>;
  /** The group whose documents are sorted; null for those of all groups. */
  scope = $state<string | null>(null);
  /** What applying the rules would do; null for nothing. */
  moves = $state.raw<Moves | null>(null);

  readonly #session: Session;
  readonly #notices: Notices;

  constructor(engine: Engine, session: Session, notices: Notices) {
    this.#session = session;
    this.#notices = notices;
    this.rules = new Rules(
      engine,
      () => this.documents,
      ({ title, text, group, meta }) => {
        const name = session.corpus.groups.get(group)?.name ?? '';
        return { path: '', title, text, group: name, meta };
      },
      () => this.#look(),
    );
  }

  /** Documents that the rules are asked about. */
  get documents(): Document[] {
    const all = [...this.#session.corpus.documents.values()];
    return this.scope === null ? all : all.filter(({ group }) => group === this.scope);
  }

  /** Sorts the documents of one group, or of all. */
  within(scope: string | null): void {
    this.scope = scope;
    void this.rules.ask();
  }

  /** Moves documents as the rules say; undo brings them back. */
  apply(): void {
    move(this.#session, this.#notices, this.moves);
  }

  #look(): void {
    this.moves = movesOf(this.#session.corpus, (document) => {
      const rule = this.rules.of(document);
      return rule && { role: rule.role, group: rule.group.trim() || null };
    });
  }
}
