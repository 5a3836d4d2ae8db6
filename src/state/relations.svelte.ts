import type { View } from '../core/project/view.ts';
import type { Diagnosis } from '../core/relate/diagnosis.ts';
import type { Summary } from '../core/groups/summary.ts';
import type { Evidence, Ranking } from '../core/relate/types.ts';
import type { Neighbour } from '../core/relate/points.ts';
import type { Unit } from '../core/space/types.ts';
import { AppError } from '../core/errors.ts';
import type { Engine } from '../engine/engine.ts';

export type { Neighbour } from '../core/relate/points.ts';

/** A value of the analysis that follows the selection; answers to older questions are dropped. */
export class Answer<T> {
  value = $state.raw<T | null>(null);
  failure = $state.raw<AppError | null>(null);
  pending = $state(false);
  #asked = 0;

  /** Asks anew; the last value stays until the answer is here. Null clears it. */
  async ask(question: (() => Promise<T>) | null): Promise<void> {
    const asked = ++this.#asked;
    this.failure = null;
    this.pending = question !== null;
    if (!question) {
      this.value = null;
      return;
    }
    try {
      const value = await question();
      if (asked === this.#asked) this.value = value;
    } catch (thrown) {
      if (asked !== this.#asked) return;
      this.value = null;
      this.failure = AppError.from(thrown);
    }
    if (asked === this.#asked) this.pending = false;
  }
}

/** Of the bootstrap behind the interval of a group's median. */
const SEED = 11;

/** True neighbours shown on the map for the selected point. */
const NEIGHBOURS = 8;

/** What the analysis says of the selection. */
export class Relations {
  readonly ranking = new Answer<Ranking>();
  readonly evidence = new Answer<Evidence>();
  /** Of the groups of the ranking, by group id. */
  readonly groups = new Answer<ReadonlyMap<string, Summary>>();
  readonly neighbours = new Answer<readonly Neighbour[]>();
  /** What the correction of the space does. */
  readonly diagnosis = new Answer<Diagnosis>();
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Ranks documents for a scenario, or scenarios for a document. */
  rank(anchor: View['anchor'], id: string | null): void {
    const job = anchor === 'scenario' ? 'rankDocuments' : 'rankScenarios';
    void this.ranking.ask(id === null ? null : () => this.#engine.analysis.run(job, id));
  }

  /** Summarises percentiles by group; null clears. */
  summarise(percentiles: ReadonlyMap<string, Float64Array> | null): void {
    if (!percentiles) return void this.groups.ask(null);
    const [ids, lists] = [[...percentiles.keys()], [...percentiles.values()]];
    void this.groups.ask(async () => {
      const summaries = await this.#engine.analysis.run('summarise', { lists, seed: SEED });
      return new Map(ids.map((id, i) => [id, summaries[i]!]));
    });
  }

  compare(document: string | null, scenario: string | null): void {
    void this.evidence.ask(
      document === null || scenario === null
        ? null
        : () => this.#engine.analysis.run('evidence', { document, scenario }),
    );
  }

  diagnose(): void {
    void this.diagnosis.ask(() => this.#engine.analysis.run('diagnose', null));
  }

  findNeighbours(unit: Unit, document: string | null, passage: number | null): void {
    void this.neighbours.ask(
      document === null
        ? null
        : () => this.#engine.analysis.run('neighbours', { unit, document, passage, k: NEIGHBOURS }),
    );
  }
}
