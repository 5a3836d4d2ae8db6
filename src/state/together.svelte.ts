import { countTogether, type TogetherRow } from '../core/relate/together.ts';
import type { Relation } from '../core/relate/types.ts';
import { AppError } from '../core/errors.ts';
import type { Engine } from '../engine/engine.ts';

/** What gathered documents reach, or what reaches gathered scenarios: each ranked, then counted. */
export class Together {
  rows = $state.raw<readonly TogetherRow[] | null>(null);
  /** How many of how many have been ranked. */
  progress = $state.raw<{ done: number; total: number } | null>(null);
  failure = $state.raw<AppError | null>(null);
  readonly #engine: Engine;
  #abort = new AbortController();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Asks about some documents, one after the other; an earlier question is dropped. */
  async ask(ids: readonly string[], anchor: 'document' | 'scenario'): Promise<void> {
    this.#abort.abort();
    const { signal } = (this.#abort = new AbortController());
    this.rows = null;
    this.failure = null;
    const relations: Relation[] = [];
    const job = anchor === 'document' ? 'rankScenarios' : 'rankDocuments';
    try {
      for (const [done, id] of ids.entries()) {
        this.progress = { done, total: ids.length };
        const ranking = await this.#engine.analysis.run(job, id, { signal });
        if (signal.aborted) return;
        relations.push(...ranking.relations);
      }
      this.rows = countTogether(relations, anchor);
    } catch (thrown) {
      if (signal.aborted) return;
      this.failure = AppError.from(thrown);
    }
    this.progress = null;
  }

  /** Drops the question. */
  stop(): void {
    this.#abort.abort();
    this.progress = null;
  }
}
