import { isComplete, problemOf, type Rule, type Sortable } from '../core/corpus/rules/rule.ts';
import { AppError, isError } from '../core/errors.ts';
import type { Engine } from '../engine/engine.ts';
import { sortByRules } from '../engine/sort-by-rules.ts';

const NEW: Omit<Rule, 'id'> = {
  subject: 'path',
  field: '',
  test: 'contains',
  pattern: '',
  role: null,
  group: '',
};

/**
 * Rules that the reader writes to sort documents by. With every change they are asked anew about all
 * documents, in a worker; the answer to an older question is dropped.
 */
export class Rules<Item extends object> {
  list = $state.raw<readonly Rule[]>([]);
  /** By rule: why it fits nothing. */
  problems = $state.raw<ReadonlyMap<string, AppError>>(new Map());
  /** By rule: how many documents it is the first to fit. */
  counts = $state.raw<ReadonlyMap<string, number>>(new Map());
  /** Whether an answer is on its way. */
  asking = $state(false);

  readonly #engine: Engine;
  readonly #items: () => readonly Item[];
  readonly #seen: (item: Item) => Sortable;
  readonly #answered: () => void;
  /** By item, the id of the first rule that it fits. */
  #caught: ReadonlyMap<Item, string> = new Map();
  /** Patterns that took too long are not tried again. */
  readonly #stuck = new Map<string, AppError>();
  #abort = new AbortController();
  #made = 0;

  /**
   * @param items - what is to be sorted
   * @param seen - an item as rules see it
   * @param answered - called when `of` may give other rules than before
   */
  constructor(
    engine: Engine,
    items: () => readonly Item[],
    seen: (item: Item) => Sortable,
    answered: () => void,
  ) {
    this.#engine = engine;
    this.#items = items;
    this.#seen = seen;
    this.#answered = answered;
  }

  /** The first rule that an item fits, as far as is known; null for none. */
  of(item: Item): Rule | null {
    const id = this.#caught.get(item);
    return this.list.find((rule) => rule.id === id) ?? null;
  }

  /** A new rule after the others. */
  add(part: Partial<Omit<Rule, 'id'>> = {}): void {
    this.list = [...this.list, { ...NEW, ...part, id: `rule-${++this.#made}` }];
  }

  /** Changes what documents have to be to fit a rule. */
  edit(id: string, change: Partial<Pick<Rule, 'subject' | 'field' | 'test' | 'pattern'>>): void {
    this.#set(this.list.map((rule) => (rule.id === id ? { ...rule, ...change } : rule)));
  }

  /** Changes where documents go that fit a rule; nobody has to be asked for that. */
  send(id: string, change: Partial<Pick<Rule, 'role' | 'group'>>): void {
    this.list = this.list.map((rule) => (rule.id === id ? { ...rule, ...change } : rule));
    this.#answered();
  }

  remove(id: string): void {
    this.#set(this.list.filter((rule) => rule.id !== id));
  }

  /** Lets a rule be asked one place earlier. */
  raise(id: string): void {
    const at = this.list.findIndex((rule) => rule.id === id);
    const [rule, before] = [this.list[at], this.list[at - 1]];
    if (rule && before) this.#set(this.list.with(at - 1, rule).with(at, before));
  }

  /** Asks the rules about all items anew. */
  async ask(): Promise<void> {
    this.#abort.abort();
    const { signal } = (this.#abort = new AbortController());
    const items = this.#items();
    const before = this.#caught;
    this.asking = true;
    const found = await this.#found(items, signal);
    if (signal.aborted) return;
    this.asking = false;
    this.#caught = new Map(
      items.flatMap((item, at) => {
        const rule = found[at];
        return rule ? [[item, rule.id]] : [];
      }),
    );
    this.#count();
    if (before.size + this.#caught.size > 0) this.#answered();
  }

  clear(): void {
    this.#abort.abort();
    if (this.list.length > 0) this.#engine.sorter.terminate();
    this.asking = false;
    this.list = [];
    this.problems = new Map();
    this.counts = new Map();
    this.#caught = new Map();
    this.#stuck.clear();
  }

  #set(list: readonly Rule[]): void {
    this.list = list;
    void this.ask();
  }

  /** The rule of each item; rules that turn out to be stuck are left out and the rest is asked again. */
  async #found(items: readonly Item[], signal: AbortSignal): Promise<readonly (Rule | null)[]> {
    for (;;) {
      const usable = this.#usable();
      if (usable.length === 0) return [];
      try {
        return await sortByRules(this.#engine.sorter, usable, items.map(this.#seen), { signal });
      } catch (thrown) {
        if (signal.aborted) return [];
        if (!isError(thrown, 'pattern-stuck')) {
          const failed = AppError.from(thrown);
          this.problems = new Map(usable.map(({ id }) => [id, failed]));
          return [];
        }
        this.#stuck.set(thrown.params.pattern, thrown);
      }
    }
  }

  /** Rules that can be asked; of the others it is noted why not. */
  #usable(): Rule[] {
    const problems = new Map<string, AppError>();
    const usable = this.list.filter((rule) => {
      const stuck = rule.test === 'matches' ? this.#stuck.get(rule.pattern) : undefined;
      const problem = problemOf(rule) ?? stuck;
      if (problem) problems.set(rule.id, problem);
      return !problem && isComplete(rule);
    });
    this.problems = problems;
    return usable;
  }

  #count(): void {
    const counts = new Map(this.list.filter(isComplete).map(({ id }) => [id, 0]));
    for (const id of this.#caught.values()) counts.set(id, (counts.get(id) ?? 0) + 1);
    this.counts = counts;
  }
}

/** What it takes to edit rules, whatever they sort. */
export type RuleEditor = Pick<
  Rules<object>,
  'add' | 'asking' | 'counts' | 'edit' | 'list' | 'problems' | 'raise' | 'remove' | 'send'
>;
