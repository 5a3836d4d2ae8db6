import type { Document, Span } from '../../src/core/corpus/model.ts';
import type { EvidenceRow, Relation } from '../../src/core/relate/types.ts';
import type { Pair, Report } from '../report/report.ts';
import { cosine, count, overlap, share } from '../../src/ui/words/figures.ts';
import { markup, type Markup } from './markup.ts';

/** Pairs of passages shown of a relation: those that carry most of it. */
const PASSAGES = 3;
/** Shared words named. */
const LEMMAS = 12;

/** One relation: a line to read, and behind it the passages side by side. */
export function relationMarkup({ relation, evidence }: Pair, report: Report): Markup {
  const { documents, groups } = report.corpus;
  const document = documents.get(relation.document)!;
  const scenario = documents.get(relation.scenario)!;
  const group = groups.get(document.group)?.name ?? '';
  const rows = evidence.rows
    .filter(({ matches }) => matches.length > 0)
    .sort((a, b) => b.contribution - a.contribution)
    .slice(0, PASSAGES);
  const words = evidence.sharedLemmas.slice(0, LEMMAS).map(({ lemma }) => lemma);
  const more = evidence.sharedLemmas.length - words.length;
  return markup`<details><summary><span><span class="title">${document.title}</span>
<span class="soft">${group}</span>${labels(relation)}</span>
${strip(relation)}<span class="said">${said(relation)}</span></summary>
<div class="open"><p class="said soft">${figures(relation)}</p>
${rows.map((row) => sides(row, document, scenario))}
<p class="said"><span class="soft">Shared words:</span> ${words.join(', ') || 'none'}${
    more > 0 ? ` and ${count(more)} more` : ''
  }</p></div></details>
`;
}

function labels({ littleWording, leakage }: Relation): Markup {
  const said = [
    ...(leakage ? ['quotes the test'] : []),
    ...(littleWording ? ['related with little shared wording'] : []),
  ];
  return said.length === 0 ? markup`` : markup` <span class="label">· ${said.join(' · ')}</span>`;
}

function said({ percentile, interval }: Relation): string {
  if (percentile === null) return 'no neutral texts to compare with';
  const hundred = (value: number) => Math.floor(100 * value);
  const range = interval
    ? ` (${hundred(interval[0])} to ${Math.ceil(100 * interval[1])} at 95 %)`
    : '';
  return `closer than ${hundred(percentile)} of 100 neutral texts${range}`;
}

function figures({ relatedness, tfidf, bm25, surplus }: Relation): string {
  return [
    `relatedness ${cosine(relatedness)}`,
    `shared wording ${overlap(tfidf)}`,
    `BM25 ${overlap(bm25)}`,
    ...(surplus === null ? [] : [`beyond shared wording ${share(surplus)}`]),
  ].join(' · ');
}

/** Where the percentile and its interval lie between 0 and 100, with 95 marked. */
function strip({ percentile, interval }: Relation): Markup {
  if (percentile === null) return markup`<span></span>`;
  const x = (value: number) => Math.round(1200 * value) / 10 + 6;
  const bar =
    interval &&
    markup`<line class="interval" x1="${x(interval[0])}" x2="${x(interval[1])}" y1="7" y2="7" />`;
  return markup`<svg width="132" height="14" viewBox="0 0 132 14" aria-hidden="true"><line class="track" x1="6" x2="126" y1="7" y2="7" /><line class="chance" x1="${x(0.95)}" x2="${x(0.95)}" y1="2" y2="12" />${bar}<circle class="value" cx="${x(percentile)}" cy="7" r="4" /></svg>`;
}

function sides(row: EvidenceRow, document: Document, scenario: Document): Markup {
  const [match] = row.matches.toSorted((a, b) => b.cosine - a.cosine);
  return markup`<div class="sides"><div><h3>Document, passage ${match!.passage + 1}</h3>
<p class="text">${cut(document, document.passages[match!.passage])}</p></div>
<div><h3>Scenario, passage ${row.scenarioPassage + 1} · cosine ${cosine(match!.cosine)}</h3>
<p class="text">${cut(scenario, scenario.passages[row.scenarioPassage])}</p></div></div>
`;
}

function cut({ text }: Document, span: Span | undefined): string {
  return span ? text.slice(span.start, span.end) : '';
}
