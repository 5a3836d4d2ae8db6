import { CorpusNull } from './corpus-null.ts';
import type { Background } from './background.ts';
import type { Holdings } from './holdings.ts';
import type { Measures } from './measures.ts';
import type { Placed } from './placed.ts';
import { rank } from './ranking.ts';
import { Standings } from './standings.ts';
import type { NullEntry, Ranking, Relation } from './types.ts';
import type { Wording } from './wording.ts';

/** Pairs measured between two steps: some ten milliseconds. */
const STEP_PAIRS = 1024;

/** What a relation and its ranking are made of. */
interface Related {
  readonly relation: Relation;
  readonly background: Background | null;
}

/**
 * Rankings of the pairs of a corpus. What they need of other documents (docs/methods.md §§3.2, 3.7) is
 * kept until the corpus changes.
 */
export class Relating {
  readonly #holdings: Holdings;
  readonly #measures: Measures;
  readonly #wording: Wording;
  readonly #seed: number;
  #corpusNulls = new WeakMap<Placed, CorpusNull>();
  #standings: Standings | null = null;
  #revision = -1;

  /** @param seed of the random lists behind the hub warning */
  constructor(holdings: Holdings, measures: Measures, wording: Wording, seed: number) {
    this.#holdings = holdings;
    this.#measures = measures;
    this.#wording = wording;
    this.#seed = seed;
  }

  /**
   * All training documents for one scenario, in steps that yield the share of the work done. The
   * corpus may change between steps; the ranking is of what there is at the end.
   */
  *documentsFor(scenarioId: string): Generator<number, Ranking> {
    const scenario = this.#holdings.get(scenarioId, 'evaluation');
    yield* this.#measure([scenario]);
    const measured = this.#holdings.get(scenarioId, 'evaluation');
    const relate = this.#against(measured);
    return ranking(this.#holdings.all('training').map(relate), this.#current.hubs);
  }

  /** All scenarios for one training document, likewise. */
  *scenariosFor(documentId: string): Generator<number, Ranking> {
    this.#holdings.get(documentId, 'training');
    yield* this.#measure(this.#holdings.all('evaluation'));
    const document = this.#holdings.get(documentId, 'training');
    const scenarios = this.#holdings.all('evaluation');
    return ranking(
      scenarios.map((scenario) => this.#against(scenario)(document)),
      this.#current.hubs,
    );
  }

  /** Measures what these scenarios and the standings need, of all training documents. */
  *#measure(scenarios: readonly Placed[]): Generator<number, void> {
    const documents = this.#holdings.all('training');
    const others = this.#holdings.all('evaluation');
    const quoted = new Set(scenarios);
    const all = [...new Set([...others, ...scenarios])];
    const pairs = documents.length * all.length;
    let done = 0;
    for (const scenario of all) {
      for (const document of documents) {
        if (this.#isHere(scenario) && this.#isHere(document)) {
          this.#measures.score(document, scenario);
          if (quoted.has(scenario)) this.#measures.leaks(document, scenario);
        }
        if (++done % STEP_PAIRS === 0) yield done / pairs;
      }
    }
  }

  #isHere(placed: Placed): boolean {
    const { probe } = this.#holdings;
    return placed === probe || this.#holdings.find(placed.source.id) === placed;
  }

  #against(scenario: Placed): (document: Placed) => Related {
    const measure = this.#measures.against(scenario);
    const tfidf = this.#wording.tfidfWith(scenario);
    const bm25 = this.#wording.bm25With(scenario);
    const standings = this.#current;
    const corpus = this.#corpusNull(scenario);
    return (document) => {
      const measured = measure(document);
      const { relatedness, windowSize, background, overlap } = measured;
      const rest = background?.residual(relatedness, overlap) ?? 0;
      const silent = document.source.passages.length === 0 || scenario.source.passages.length === 0;
      const twin = this.#holdings.twinOf(document);
      const relation: Relation = {
        document: document.source.id,
        scenario: scenario.source.id,
        relatedness,
        percentile: background?.relatedness.percentile(relatedness) ?? null,
        interval: background?.relatedness.interval(relatedness) ?? null,
        corpusPercentile: silent ? null : corpus.percentile(relatedness, document, twin),
        windowSize,
        tfidf: tfidf(document),
        overlap: background && overlap,
        bm25: bm25(document),
        surplus: background?.surplus.percentile(rest) ?? null,
        surplusInterval: background?.surplus.interval(rest) ?? null,
        littleWording: this.#measures.littleWording(document, scenario, measured),
        leakage: this.#measures.leaks(document, scenario)
          ? this.#measures.leakage(document, scenario)!.kinds
          : null,
        csls: standings.csls(document, scenario),
        lists: standings.lists(document),
      };
      return { relation, background };
    };
  }

  #corpusNull(scenario: Placed): CorpusNull {
    this.#refresh();
    let known = this.#corpusNulls.get(scenario);
    if (!known) {
      const documents = this.#holdings
        .all('training')
        .filter((document) => document.source.passages.length > 0)
        .filter((document) => !this.#measures.leaks(document, scenario));
      known = new CorpusNull(
        new Map(documents.map((each) => [each, this.#measures.score(each, scenario)])),
      );
      this.#corpusNulls.set(scenario, known);
    }
    return known;
  }

  get #current(): Standings {
    this.#refresh();
    return (this.#standings ??= new Standings(
      this.#holdings.all('training'),
      this.#holdings.all('evaluation'),
      (document, scenario) => this.#measures.score(document, scenario),
      this.#seed,
    ));
  }

  #refresh(): void {
    if (this.#revision === this.#holdings.revision) return;
    this.#revision = this.#holdings.revision;
    this.#standings = null;
    this.#corpusNulls = new WeakMap();
  }
}

function ranking(related: readonly Related[], hubs: Ranking['hubs']): Ranking {
  const nulls = new Map<Background, NullEntry>();
  for (const { relation, background } of related) {
    if (!background || nulls.has(background)) continue;
    const { scenario, windowSize } = relation;
    const { distribution } = background.relatedness;
    const { overlap, wordingExplains } = background;
    nulls.set(background, { scenario, windowSize, distribution, overlap, wordingExplains });
  }
  return rank(
    related.map(({ relation }) => relation),
    [...nulls.values()],
    related.map(({ background }) => background?.littleWording ?? null),
    hubs,
  );
}
