import type { Corpus, Document } from '../../src/core/corpus/model.ts';
import { allTwins } from '../../src/core/corpus/twins.ts';
import { Instrument } from '../../src/core/relate/instrument.ts';
import type { Evidence, Hubs, Passing, Relation } from '../../src/core/relate/types.ts';
import { axesOf, type Vectors, type WrittenAxis } from '../axes.ts';
import type { ReadCorpus, Source } from '../corpus-files.ts';
import { embedDocuments, type Settings, type Space } from '../space.ts';

/** A relation with the passages and words behind it. */
export interface Pair {
  readonly relation: Relation;
  readonly evidence: Evidence;
}

/** One scenario and how all training documents relate to it. */
export interface ScenarioPart {
  readonly scenario: Document;
  readonly passing: Passing;
  readonly surplusPassing: Passing;
  readonly littleWordingPassing: Passing;
  /** How many pairs there are. */
  readonly total: number;
  /** Best percentile first; each is made when it is asked for. */
  readonly pairs: Iterable<Pair>;
}

/** What a report is written from: measured as it is read, scenario by scenario. */
export interface Report {
  readonly settings: Settings;
  readonly corpus: Corpus;
  readonly sources: ReadonlyMap<string, Source>;
  /** Whether a passage of a document has no direction. */
  readonly isEmpty: (document: string, passage: number) => boolean;
  readonly twins: ReadonlyMap<string, string>;
  /** Each call measures anew, with the same numbers. */
  readonly scenarios: () => Iterable<ScenarioPart>;
  readonly axes: readonly WrittenAxis[];
  /** Of the corpus; null below 10 training documents or 10 scenarios. */
  readonly hubs: () => Hubs | null;
}

/** Embeds a corpus and opens a report on it. */
export async function openReport({ corpus, sources }: ReadCorpus, space: Space): Promise<Report> {
  const documents = [...corpus.documents.values()];
  const vectors = await embedDocuments(space.encoder, documents);
  const { settings, reference, correction } = space;
  const { dims } = settings.encoder;
  const instrument = new Instrument(reference, dims, settings.seed, correction);
  const twins = allTwins(corpus);
  const embedded = documents.map((document) => {
    return { ...document, ...rowsOf(vectors, document), twin: twins.get(document.id) ?? null };
  });
  instrument.update({ add: embedded, remove: [] });
  const scenarios = documents.filter(({ role }) => role === 'evaluation');
  return {
    settings,
    corpus,
    sources,
    isEmpty: (id, passage) => {
      const rows = vectors.get(id)!;
      return !rows.subarray(passage * dims, (passage + 1) * dims).some((value) => value !== 0);
    },
    twins,
    scenarios: () => partsOf(instrument, scenarios),
    axes: [...axesOf(corpus, vectors, space)],
    hubs: () => (scenarios[0] ? instrument.rankDocuments(scenarios[0].id).hubs : null),
  };
}

function rowsOf(vectors: Vectors, { id }: Document) {
  return { vectors: vectors.get(id) ?? new Float32Array() };
}

function* partsOf(instrument: Instrument, scenarios: readonly Document[]): Generator<ScenarioPart> {
  for (const scenario of scenarios) {
    const ranking = instrument.rankDocuments(scenario.id);
    const { passing, surplusPassing, littleWordingPassing, relations } = ranking;
    const pairs = pairsOf(instrument, relations);
    const total = relations.length;
    yield { scenario, passing, surplusPassing, littleWordingPassing, total, pairs };
  }
}

function* pairsOf(instrument: Instrument, relations: readonly Relation[]): Generator<Pair> {
  for (const relation of relations) {
    yield { relation, evidence: instrument.evidence(relation.document, relation.scenario) };
  }
}
