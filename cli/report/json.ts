import type { Document } from '../../src/core/corpus/model.ts';
import { LIMITS } from '../limits.ts';
import type { Pair, Report, ScenarioPart } from './report.ts';

/** The `$id` of docs/schema/report.schema.json. */
export const REPORT_SCHEMA = 'urn:parable:report:1';

/** A report as JSON (docs/schema/report.schema.json), a line for each document, pair and axis. */
export function* reportJson(report: Report): Generator<string> {
  const { settings, corpus, axes } = report;
  const documents = [...corpus.documents.values()];
  yield `{"$schema":${JSON.stringify(REPORT_SCHEMA)},\n"settings":${JSON.stringify(settings)},\n`;
  yield `"limits":${JSON.stringify(LIMITS)},\n`;
  yield* list(
    'documents',
    map(documents, (document) => documentRecord(document, report)),
  );
  const summaries: object[] = [];
  yield* list('pairs', pairRecords(report, summaries));
  yield* list('scenarios', summaries);
  yield `"hubs":${JSON.stringify(report.hubs())},\n`;
  yield* list('axes', axes, '}\n');
}

/** A member that is an array, with what follows it. */
function* list(name: string, items: Iterable<object>, after = ',\n'): Generator<string> {
  yield `"${name}":[`;
  let before = '\n';
  for (const item of items) {
    yield before + JSON.stringify(item);
    before = ',\n';
  }
  yield `\n]${after}`;
}

function* map<T>(items: Iterable<T>, to: (item: T) => object): Generator<object> {
  for (const item of items) yield to(item);
}

function documentRecord(document: Document, { corpus, sources, twins, isEmpty }: Report): object {
  const { id, role, group, title, text, meta, passages } = document;
  return {
    id,
    role,
    group: corpus.groups.get(group)?.name ?? '',
    title,
    ...sources.get(id),
    twin: twins.get(id) ?? null,
    meta: Object.fromEntries(meta),
    text,
    passages: passages.map(({ start, end }, i) => {
      return { start, end, ...(isEmpty(id, i) && { empty: true }) };
    }),
  };
}

/** All pairs, and into `summaries` what is said of each scenario's list. */
function* pairRecords(report: Report, summaries: object[]): Generator<object> {
  for (const part of report.scenarios()) {
    for (const pair of part.pairs) yield pairRecord(pair);
    summaries.push(summary(part));
  }
}

function pairRecord({ relation, evidence }: Pair): object {
  return {
    ...relation,
    sharedLemmas: evidence.sharedLemmas.map(({ lemma }) => lemma),
    leakage: evidence.leakage,
    evidence: evidence.rows.flatMap(({ scenarioPassage, sharedLemmas, matches }) =>
      matches.map(({ passage, cosine, weight }) => {
        return { scenarioPassage, passage, cosine, weight, sharedLemmas };
      }),
    ),
  };
}

function summary({ scenario, passing, surplusPassing, littleWordingPassing }: ScenarioPart) {
  return { scenario: scenario.id, passing, surplusPassing, littleWordingPassing };
}
