import { AppError } from '../errors.ts';
import { centring, correct, type Correction } from '../space/correction.ts';
import type { EmbeddedDocument, Matrix, ReferenceDocument, Unit } from '../space/types.ts';
import type { AxisBackground } from '../stance/axis-report.ts';
import type { StanceSetting } from '../stance/setting.ts';
import { diagnose, type Diagnosis } from './diagnosis.ts';
import { evidence } from './evidence.ts';
import { Holdings } from './holdings.ts';
import { Measures } from './measures.ts';
import { pairTable, scoreTable } from './pair-table.ts';
import { Placed } from './placed.ts';
import { nearest, stack, vectorsOf, type Neighbour, type Points } from './points.ts';
import { ReferenceNull } from './reference-null.ts';
import { Relating } from './relating.ts';
import { searchWords } from './search.ts';
import { stanceBackground, stanceDocument } from './stance-of.ts';
import { finish } from './steps.ts';
import type { Evidence, PairTable, Ranking, ScoreTable } from './types.ts';
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
  readonly #seed: number;
  readonly #correction: Correction;
  readonly #reference: readonly ReferenceDocument[];
  #stanceBackground: AxisBackground | null = null;
  readonly #holdings = new Holdings();
  readonly #wording: Wording;
  readonly #measures: Measures;
  readonly #relating: Relating;

  /**
   * @param dims length of every vector
   * @param seed of the bootstrap, of random lists and of samples; the same seed gives the same numbers
   * @param correction of all vectors, as `fitCorrection` fits it on the same reference
   */
  constructor(
    reference: readonly ReferenceDocument[],
    dims: number,
    seed: number,
    correction: Correction = centring(reference, dims),
  ) {
    this.#dims = dims;
    this.#seed = seed;
    this.#correction = correction;
    this.#reference = reference;
    const raw = new Float32Array(reference.reduce((sum, { vectors }) => sum + vectors.length, 0));
    let offset = 0;
    for (const { vectors } of reference) {
      raw.set(vectors, offset);
      offset += vectors.length;
    }
    const lengths = reference.map(({ vectors }) => vectors.length / dims);
    const rows = { rows: correct(raw, dims, this.#correction), lengths, dims };
    this.#wording = new Wording(reference);
    const background = new ReferenceNull(rows, this.#wording, seed);
    this.#measures = new Measures(dims, background, this.#wording);
    this.#relating = new Relating(this.#holdings, this.#measures, this.#wording, seed);
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
    const added = change.add.map((source) => new Placed(source, this.#dims, this.#correction));
    for (const id of change.remove) this.#remove(id);
    for (const document of added) {
      const before = this.#holdings.find(document.source.id);
      if (before) this.#forget(before);
      this.#holdings.set(document);
      this.#wording.add(document);
    }
  }

  /**
   * A scenario typed on the spot, in place of the last one; null for none. It is ranked and compared
   * by its id like a scenario, and is in no matrix, search, background, idf or count. A scenario of
   * the corpus with the same id takes precedence.
   *
   * @throws AppError `unexpected` if vectors do not match passages × dims; then nothing changed
   */
  setProbe(document: EmbeddedDocument | null): void {
    const probe = document && new Placed(document, this.#dims, this.#correction);
    if (this.#holdings.probe) this.#measures.forget(this.#holdings.probe);
    this.#holdings.probe = probe;
  }

  /** How all training documents relate to one scenario. @throws AppError `unexpected` */
  rankDocuments(scenarioId: string): Ranking {
    return finish(this.rankDocumentsInSteps(scenarioId));
  }

  /** The same in steps of tens of milliseconds, which yield the share of the work done, in (0, 1]. */
  rankDocumentsInSteps(scenarioId: string): Generator<number, Ranking> {
    return this.#relating.documentsFor(scenarioId);
  }

  /** How one training document relates to all scenarios. @throws AppError `unexpected` */
  rankScenarios(documentId: string): Ranking {
    return finish(this.rankScenariosInSteps(documentId));
  }

  /** The same in steps of tens of milliseconds, which yield the share of the work done, in (0, 1]. */
  rankScenariosInSteps(documentId: string): Generator<number, Ranking> {
    return this.#relating.scenariosFor(documentId);
  }

  /** Headline numbers of all pairs, in insertion order. */
  table(): PairTable {
    return finish(this.tableInSteps());
  }

  /**
   * The same in steps of tens of milliseconds, which yield the share of the work done, in (0, 1].
   *
   * @throws AppError `unexpected` if the corpus changes between two steps
   */
  tableInSteps(): Generator<number, PairTable> {
    return pairTable(this.#holdings, this.#measures, this.#wording);
  }

  /**
   * Relatedness and percentile alone of all pairs, for which no text is read; in steps likewise.
   *
   * @throws AppError `unexpected` if the corpus changes between two steps
   */
  scoresInSteps(): Generator<number, ScoreTable> {
    return scoreTable(this.#holdings, this.#measures);
  }

  /** The passages and words behind one relation. @throws AppError `unexpected` */
  evidence(documentId: string, scenarioId: string): Evidence {
    const document = this.#holdings.get(documentId, 'training');
    const scenario = this.#holdings.get(scenarioId, 'evaluation');
    return evidence(document, scenario, this.#measures, this.#wording);
  }

  /**
   * The exact `k` nearest documents or passages to a passage, or to a document (passage null), in
   * the corrected space; never the start itself. @throws AppError `unexpected`
   */
  neighbours(unit: Unit, documentId: string, passage: number | null, k: number): Neighbour[] {
    const document = this.#holdings.get(documentId);
    if (passage !== null && !document.source.passages[passage]) {
      throw new AppError('unexpected', { message: `${documentId} has no passage ${passage}` });
    }
    return nearest(this.#holdings.all(), unit, { document, passage }, k, this.#dims);
  }

  /** Corrected rows of all documents or passages in insertion order, a copy. */
  matrix(unit: Unit): Points {
    return stack(this.#holdings.all(), unit, this.#dims);
  }

  /** Corrected vectors of these documents, [ids × dims], a copy. @throws AppError `unexpected` */
  vectors(ids: readonly string[]): Matrix {
    return vectorsOf(
      ids.map((id) => this.#holdings.get(id)),
      this.#dims,
    );
  }

  /** Documents of the corpus as they were given, all or those of some ids. @throws AppError `unexpected` */
  sources(ids?: readonly string[]): EmbeddedDocument[] {
    if (!ids) return this.#holdings.all().map(({ source }) => source);
    return ids.map((id) => this.#holdings.get(id).source);
  }

  /** What was typed on the spot, as it was given. */
  get probe(): EmbeddedDocument | null {
    return this.#holdings.probe?.source ?? null;
  }

  /**
   * The training documents as axes see them (docs/methods.md §4), and beside them texts that were
   * written as examples, corrected like documents.
   *
   * @param topics topic of each document or written text that has one, by id
   * @throws AppError `unexpected` if vectors of a written text do not match its passages × dims
   */
  stance(
    topics: ReadonlyMap<string, string>,
    written: readonly EmbeddedDocument[] = [],
  ): StanceSetting {
    const texts = [
      ...this.#holdings.all('training'),
      ...written.map((text) => new Placed(text, this.#dims, this.#correction)),
    ];
    this.#stanceBackground ??= stanceBackground(this.#reference, this.#dims, this.#correction);
    return {
      documents: texts.map((text) => stanceDocument(text, topics.get(text.source.id) ?? null)),
      background: this.#stanceBackground,
      settings: { dims: this.#dims, seed: this.#seed },
    };
  }

  /** How crowded the space is, before and after correction (docs/methods.md §2). */
  diagnose(): Diagnosis {
    return diagnose(this.#holdings.all(), this.#dims, this.#seed);
  }

  /** Documents with every word of the query; see `searchWords`. */
  search(query: string): string[] {
    const documents = this.#holdings.all().map(({ searchable }) => searchable);
    return searchWords(documents, query);
  }

  #remove(id: string): void {
    const document = this.#holdings.find(id);
    if (document) this.#forget(document);
    this.#holdings.delete(id);
  }

  #forget(document: Placed): void {
    this.#wording.remove(document);
    this.#measures.forget(document);
  }
}
