import { createHash } from 'node:crypto';
import type { Passing } from '../../src/core/relate/types.ts';
import { count, counted, expectation } from '../../src/ui/words/figures.ts';
import { axesMarkup } from '../html/axes.ts';
import { Markup, markup } from '../html/markup.ts';
import { relationMarkup } from '../html/relation.ts';
import { STYLE } from '../html/style.ts';
import { LIMITS } from '../limits.ts';
import type { Settings } from '../space.ts';
import type { Report, ScenarioPart } from './report.ts';

/** Relations listed of each scenario; the other formats have all. */
const LISTED = 20;

/**
 * A report as one page to be read: no script, nothing from elsewhere, and a policy that would not let
 * it. It shows the first relations of each scenario.
 */
export function* reportHtml(report: Report): Generator<string> {
  const { corpus, settings, axes } = report;
  const documents = [...corpus.documents.values()];
  const scenarios = documents.filter(({ role }) => role === 'evaluation').length;
  const title = `${counted(documents.length - scenarios, 'training document')} against ${counted(scenarios, 'scenario')}`;
  yield head(title).text;
  yield markup`<h1>${title}</h1>
<p>How closely each document relates to each scenario, by the passages that carry the relation, against
neutral texts of the same length. Relatedness has no sign: it does not say which way a document leans.</p>
${settingsMarkup(settings)}<h2>What these numbers are not</h2>
<ol class="limits">${LIMITS.map((limit) => markup`<li>${limit}</li>`)}</ol>
`.text;
  for (const part of report.scenarios()) yield scenarioMarkup(part, report).text;
  yield axesMarkup(axes).text;
  yield '</body></html>\n';
}

function head(title: string): Markup {
  const hash = createHash('sha256').update(STYLE).digest('base64');
  // The style is ours, and its hash is of exactly this text.
  const style = new Markup(STYLE);
  return markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${title} · Parable</title><style>${style}</style></head><body>
`;
}

function settingsMarkup({ version, encoder, correction, seed, chunker, reference }: Settings) {
  const rows: readonly (readonly [string, string])[] = [
    ['Parable', version],
    ['Encoder', `${encoder.id}, revision ${encoder.revision}, ${encoder.dims} dimensions`],
    ['Correction', correction],
    ['Seed', String(seed)],
    ['Cutting', chunker],
    ['Neutral texts', `${count(reference.documents)}, ${reference.texts} / ${reference.vectors}`],
  ];
  return markup`<dl>${rows.map(([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
`;
}

function scenarioMarkup(part: ScenarioPart, report: Report): Markup {
  const { scenario, passing, surplusPassing, littleWordingPassing, total, pairs } = part;
  const listed = first(pairs, LISTED);
  const shown = listed.length < total ? ` The first ${count(listed.length)} are shown.` : '';
  return markup`<h2>${scenario.title}</h2>
<p class="soft">Of ${counted(total, 'document')}, ${counts(passing, 'closer than 95 of 100 neutral texts')};
${counts(surplusPassing, 'above .95 beyond shared wording')};
${counts(littleWordingPassing, 'related with little shared wording')}.${shown}</p>
${listed.map((pair) => relationMarkup(pair, report))}
`;
}

function counts({ observed, expected }: Passing, what: string): string {
  return `${count(observed)} ${observed === 1 ? 'is' : 'are'} ${what}, ${expectation(expected)} by chance alone`;
}

function first<T>(items: Iterable<T>, most: number): T[] {
  const found: T[] = [];
  for (const item of items) {
    if (found.push(item) === most) break;
  }
  return found;
}
