import Papa from 'papaparse/papaparse.min.js';
import type { Pair, Report } from './report.ts';

/** What a spreadsheet would take for a formula; full-width signs count as their plain ones there. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Column by column. The names and their order stay; new columns are added at the end. */
const COLUMNS: readonly (readonly [name: string, value: (pair: Pair, report: Report) => Cell])[] = [
  ['scenario', ({ relation }) => relation.scenario],
  ['scenario_title', ({ relation }, report) => titleOf(report, relation.scenario)],
  ['document', ({ relation }) => relation.document],
  ['document_title', ({ relation }, report) => titleOf(report, relation.document)],
  ['group', ({ relation }, report) => groupOf(report, relation.document)],
  ['relatedness', ({ relation }) => relation.relatedness],
  ['percentile', ({ relation }) => relation.percentile],
  ['percentile_low', ({ relation }) => relation.interval?.[0] ?? null],
  ['percentile_high', ({ relation }) => relation.interval?.[1] ?? null],
  ['tfidf', ({ relation }) => relation.tfidf],
  ['bm25', ({ relation }) => relation.bm25],
  ['shared_lemmas', ({ evidence }) => evidence.sharedLemmas.map(({ lemma }) => lemma).join(' ')],
  ['surplus', ({ relation }) => relation.surplus],
  ['surplus_low', ({ relation }) => relation.surplusInterval?.[0] ?? null],
  ['surplus_high', ({ relation }) => relation.surplusInterval?.[1] ?? null],
  ['little_wording', ({ relation }) => said(relation.littleWording)],
  ['leakage', ({ relation }) => relation.leakage?.join(' ') ?? null],
  ['csls', ({ relation }) => relation.csls],
  ['corpus_percentile', ({ relation }) => relation.corpusPercentile],
];

type Cell = string | number | null;

/** A report as CSV (RFC 4180), a row a pair; what is unknown is empty. */
export function* reportCsv(report: Report): Generator<string> {
  yield line(COLUMNS.map(([name]) => name));
  for (const { pairs } of report.scenarios()) {
    for (const pair of pairs) yield line(COLUMNS.map(([, value]) => value(pair, report)));
  }
}

function line(cells: readonly Cell[]): string {
  return `${Papa.unparse([cells], { escapeFormulae: FORMULA })}\r\n`;
}

function said(value: boolean | null): Cell {
  return value === null ? null : value ? 'yes' : 'no';
}

function titleOf({ corpus }: Report, id: string): Cell {
  return corpus.documents.get(id)?.title ?? null;
}

function groupOf({ corpus }: Report, id: string): Cell {
  return corpus.groups.get(corpus.documents.get(id)?.group ?? '')?.name ?? null;
}
