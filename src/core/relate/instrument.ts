import type { Role } from '../corpus/model.ts';
import { AppError } from '../errors.ts';
import { correct, referenceCentre, type Centre } from '../space/correction.ts';
import { cosines } from '../space/cosines.ts';
import type { EmbeddedDocument, ReferenceDocument, Unit } from '../space/types.ts';
import { evidenceRows, relatedness, type CosineTable } from './late-interaction.ts';
import type { Null } from './null.ts';
import { Placed } from './placed.ts';
import { nearest, stack, type Neighbour, type Points } from './points.ts';
import { rank } from './ranking.ts';
import { ReferenceNull } from './reference-null.ts';
import { searchWords } from './search.ts';
import type { Evidence, NullEntry, Ranking, Relation } from './types.ts';
import { Wording } from './wording.ts';

/**
 * Everything the explorer measures on one corpus in one space (docs/methods.md §§2–3). Holds the
 * corpus, the reference and what was derived from them; every answer depends on the two alone, not
 * on the order or the batches in which documents came.
 *
 * Without a reference vectors are not corrected, and percentiles and intervals are null. A text
 * without passages relates to nothing: relatedness 0, no percentile.
 */
export class Instrument {
  readonly #dims: number;
  readonly #centre: Centre;
  readonly #reference: ReferenceNull;
  readonly #wording: Wording;
  readonly #documents = new Map<string, Placed>();

  /**
   * @param dims length of every vector
   * @param seed of the bootstrap; the same seed gives the same intervals
   */
  constructor(reference: readonly ReferenceDocument[], dims: number, seed: number) {
    this.#dims = dims;
    this.#centre = referenceCentre(reference, dims);
    const raw = new Float32Array(reference.reduce((sum, { vectors }) => sum + vectors.length, 0));
    let offset = 0;
    for (const { vectors } of reference) {
      raw.set(vectors, offset);
      offset += vectors.length;
    }
    const lengths = reference.map(({ vectors }) => vectors.length / dims);
    this.#reference = new ReferenceNull(correct(raw, dims, this.#centre), lengths, dims, seed);
    this.#wording = new Wording(reference);
  }

  /**
   * Removes, then adds; a document whose id is there already takes its place. Unknown ids to
   * remove are ignored. Costs the correction of what is added.
   *
   * @throws AppError `unexpected` if vectors do not match passages × dims; then nothing changed
   */
  update(change: {
    readonly add: readonly EmbeddedDocument[];
    readonly remove: readonly string[];
  }): void {
    const added = change.add.map((source) => new Placed(source, this.#dims, this.#centre));
    for (const id of change.remove) {
      this.#forget(id);
      this.#documents.delete(id);
    }
    for (const document of added) {
      this.#forget(document.source.id);
      this.#documents.set(document.source.id, document);
      this.#wording.add(document);
    }
  }

  /** How all training documents relate to one scenario. @throws AppError `unexpected` */
  rankDocuments(scenarioId: string): Ranking {
    const scenario = this.#get(scenarioId, 'evaluation');
    const cosine = this.#wording.cosineWith(scenario);
    const documents = this.#all('training');
    return this.#rank(documents.map((document) => [document, scenario, cosine(document)]));
  }

  /** How one training document relates to all scenarios. @throws AppError `unexpected` */
  rankScenarios(documentId: string): Ranking {
    const document = this.#get(documentId, 'training');
    return this.#rank(
      this.#all('evaluation').map((scenario) => [
        document,
        scenario,
        this.#wording.cosineWith(scenario)(document),
      ]),
    );
  }

  /** The passages and words behind one relation. @throws AppError `unexpected` */
  evidence(documentId: string, scenarioId: string): Evidence {
    const document = this.#get(documentId, 'training');
    const scenario = this.#get(scenarioId, 'evaluation');
    const table = this.#table(document, scenario);
    const shared = this.#wording.shared(document, scenario);
    return {
      document: documentId,
      scenario: scenarioId,
      relatedness: this.#score(table),
      rows: evidenceRows(table, this.#reference.windowSize(table.columns)),
      sharedLemmas: shared.lemmas,
      sharedSpans: { document: shared.first, scenario: shared.second },
    };
  }

  /**
   * The exact `k` nearest documents or passages to a passage, or to a document (passage null), in
   * the corrected space; never the start itself. @throws AppError `unexpected`
   */
  neighbours(unit: Unit, documentId: string, passage: number | null, k: number): Neighbour[] {
    const document = this.#get(documentId);
    if (passage !== null && !document.source.passages[passage]) {
      throw new AppError('unexpected', { message: `${documentId} has no passage ${passage}` });
    }
    return nearest(this.#all(), unit, { document, passage }, k, this.#dims);
  }

  /** Corrected rows of all documents or passages in insertion order, a copy. */
  matrix(unit: Unit): Points {
    return stack(this.#all(), unit, this.#dims);
  }

  /** Documents with every word of the query; see `searchWords`. */
  search(query: string): string[] {
    const documents = this.#all().map(({ searchable }) => searchable);
    return searchWords(documents, query);
  }

  #rank(pairs: readonly (readonly [Placed, Placed, number])[]): Ranking {
    const nulls = new Map<Null, NullEntry>();
    const relations = pairs.map(([document, scenario, tfidf]): Relation => {
      const table = this.#table(document, scenario);
      const score = this.#score(table);
      const windowSize = this.#reference.windowSize(table.columns);
      const background = this.#reference.of(scenario.rows, windowSize);
      const ids = { document: document.source.id, scenario: scenario.source.id };
      if (background && !nulls.has(background)) {
        const { distribution } = background;
        nulls.set(background, { scenario: ids.scenario, windowSize, distribution });
      }
      return {
        ...ids,
        relatedness: score,
        percentile: background?.percentile(score) ?? null,
        interval: background?.interval(score) ?? null,
        windowSize,
        tfidf,
      };
    });
    return rank(relations, [...nulls.values()]);
  }

  #table(document: Placed, scenario: Placed): CosineTable {
    return {
      values: cosines(scenario.rows, document.rows, this.#dims),
      rows: scenario.source.passages.length,
      columns: document.source.passages.length,
    };
  }

  #score(table: CosineTable): number {
    const size = this.#reference.windowSize(table.columns);
    return relatedness(table, { start: 0, count: table.columns }, size);
  }

  #forget(id: string): void {
    const document = this.#documents.get(id);
    if (document) this.#wording.remove(document);
  }

  #get(id: string, role?: Role): Placed {
    const document = this.#documents.get(id);
    if (document && (!role || document.source.role === role)) return document;
    throw new AppError('unexpected', { message: `no ${role ?? 'document'} ${id}` });
  }

  #all(role?: Role): Placed[] {
    const documents = [...this.#documents.values()];
    return role ? documents.filter(({ source }) => source.role === role) : documents;
  }
}
