import { csvRow, type Cell } from '../corpus/csv-row.ts';
import type { Corpus, Document } from '../corpus/model.ts';
import type { Provenance } from './provenance.ts';
import type { NullEntry, Ranking, Relation } from './types.ts';

/** A relation and the document or scenario at its other end. */
export interface RankedItem {
  readonly relation: Relation;
  readonly item: Document;
}

/** An axis along which documents are shown to lean. */
export interface ShownAxis {
  readonly name: string;
  /** Names of its ends, less and more. */
  readonly poles: readonly [string, string];
  /** Place of a document by its id, on the axis learnt without its topic; null where it has none. */
  readonly at: (document: string) => number | null;
}

/** A ranking as it is shown, and what it takes to cite it. */
export interface RankingTable {
  readonly ranking: Ranking;
  /** Those that are listed, in the order in which they are. */
  readonly rows: readonly RankedItem[];
  /** The scenario, or training document, that they are ranked for. */
  readonly about: Document;
  readonly corpus: Corpus;
  /** What they are ordered by. */
  readonly order: string;
  readonly axis: ShownAxis | null;
  /** From how many standpoints a pair is related, if it is from all. */
  readonly robustIn: (relation: Relation) => number | null;
  readonly made: Provenance;
}

/** What the cells of one row are taken from. */
interface Line extends RankedItem {
  readonly table: RankingTable;
  /** Place in the list, from 1. */
  readonly rank: number;
  /** What the relation is measured against. */
  readonly measured: NullEntry | null;
}

/** Column by column. The names and their order stay; new columns are added at the end. */
const COLUMNS: readonly (readonly [name: string, value: (line: Line) => Cell])[] = [
  ['rank', ({ rank }) => rank],
  ['id', ({ item }) => item.id],
  ['title', ({ item }) => item.title],
  ['group', ({ item, table }) => groupOf(item, table)],
  ['role', ({ item }) => item.role],
  ['relatedness', ({ relation }) => relation.relatedness],
  ['percentile', ({ relation }) => relation.percentile],
  ['percentile_low', ({ relation }) => relation.interval?.[0] ?? null],
  ['percentile_high', ({ relation }) => relation.interval?.[1] ?? null],
  ['surplus', ({ relation }) => relation.surplus],
  ['surplus_low', ({ relation }) => relation.surplusInterval?.[0] ?? null],
  ['surplus_high', ({ relation }) => relation.surplusInterval?.[1] ?? null],
  ['tfidf', ({ relation }) => relation.tfidf],
  ['overlap', ({ relation }) => relation.overlap],
  ['bm25', ({ relation }) => relation.bm25],
  ['csls', ({ relation }) => relation.csls],
  ['corpus_percentile', ({ relation }) => relation.corpusPercentile],
  ['hub_lists', ({ relation }) => relation.lists],
  ['little_wording', ({ relation }) => relation.littleWording],
  ['leakage', ({ relation }) => relation.leakage?.join(' ') ?? null],
  ['robust_standpoints', ({ relation, table }) => table.robustIn(relation)],
  ['stance', ({ relation, table }) => table.axis?.at(relation.document) ?? null],
  ['stance_axis', ({ table }) => table.axis?.name ?? null],
  ['stance_low_pole', ({ table }) => table.axis?.poles[0] ?? null],
  ['stance_high_pole', ({ table }) => table.axis?.poles[1] ?? null],
  ['passages', ({ relation, table }) => passagesOf(relation.document, table)],
  ['window_passages', ({ relation }) => relation.windowSize],
  ['null_windows', ({ measured }) => measured?.distribution.scores.length ?? null],
  ['null_documents', ({ measured }) => measured?.distribution.documents ?? null],
  ['null_wording_explains', ({ measured }) => measured?.wordingExplains ?? null],
  ['about_id', ({ table }) => table.about.id],
  ['about_title', ({ table }) => table.about.title],
  ['about_role', ({ table }) => table.about.role],
  ['order', ({ table }) => table.order],
  ['listed', ({ table }) => table.rows.length],
  ['ranked', ({ table }) => table.ranking.relations.length],
  ['not_embedded', ({ table }) => table.made.notEmbedded],
  ['encoder', ({ table }) => table.made.encoder],
  ['encoder_revision', ({ table }) => table.made.revision],
  ['correction', ({ table }) => table.made.correction],
  ['corrected_on', ({ table }) => table.made.correctedOn],
  ['reference', ({ table }) => table.made.reference],
  ['seed', ({ table }) => table.made.seed],
  ['chunker', ({ table }) => table.made.chunker],
  ['parable', ({ table }) => table.made.version],
];

/**
 * A ranking as CSV, a row for each document or scenario that is listed, all of them and in their order.
 * What is unknown is empty. Every row says what it was computed by, so that rows can be cited by
 * themselves and tables of several scenarios be put together.
 */
export function* rankingAsCsv(table: RankingTable): Generator<string> {
  yield csvRow(COLUMNS.map(([name]) => name));
  const nulls = new Map(table.ranking.nulls.map((entry) => [keyOf(entry), entry]));
  for (const [index, { relation, item }] of table.rows.entries()) {
    const measured = relation.percentile === null ? null : (nulls.get(keyOf(relation)) ?? null);
    const line = { table, relation, item, rank: index + 1, measured };
    yield csvRow(COLUMNS.map(([, value]) => value(line)));
  }
}

function keyOf({ scenario, windowSize }: Pick<Relation, 'scenario' | 'windowSize'>): string {
  return `${windowSize} ${scenario}`;
}

function groupOf({ group }: Document, { corpus }: RankingTable): string {
  return corpus.groups.get(group)?.name ?? group;
}

function passagesOf(document: string, { corpus }: RankingTable): Cell {
  return corpus.documents.get(document)?.passages.length ?? null;
}
