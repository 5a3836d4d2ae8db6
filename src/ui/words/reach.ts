import type { Summary } from '../../core/groups/summary.ts';
import { CORPUS_MIN_DOCUMENTS, HUB_ITEMS } from '../../core/limits.ts';
import type { NullDistribution, Ranking, Relation } from '../../core/relate/types.ts';
import type { View } from '../../core/project/view.ts';
import type { Owners } from '../relation/owners.ts';
import {
  cosine,
  count,
  counted,
  expectation,
  fineShare,
  overlap,
  share,
  tenths,
} from './figures.ts';

/** What the list is about: documents for a scenario, or scenarios for a document. */
export type Anchor = View['anchor'];

export const related: Record<Anchor, string> = {
  scenario: 'Documents related to this scenario',
  document: 'Scenarios that this document relates to',
};
export const choose: Record<Anchor, string> = {
  scenario: 'Choose a scenario',
  document: 'Choose a document',
};
export const chooseWhy: Record<Anchor, string> = {
  scenario: 'Then see which documents relate to it, and through which passages.',
  document: 'Then see which scenarios it relates to, and through which passages.',
};
export const chooseAnother: Record<Anchor, string> = {
  scenario: 'Another scenario',
  document: 'Another document',
};
export const keepChoice = 'Keep this one';
export const findByTitle = 'Find by title';
export const noTitle = (query: string): string => `No title contains “${query}”.`;

/** The button that turns the list round. */
export function turnRound(anchor: Anchor, counterpartChosen: boolean): string {
  if (anchor === 'scenario') {
    return counterpartChosen ? 'Scenarios for this document' : 'Start from a document';
  }
  return counterpartChosen ? 'Documents for this scenario' : 'Start from a scenario';
}

/** Counts against chance, above every list (docs/methods.md §3.6). */
export function passing({ passing, relations }: Ranking, anchor: Anchor): string {
  const { observed, expected } = passing;
  const measured = relations.filter(({ percentile }) => percentile !== null).length;
  const than = 'than all but the closest 5 of 100 neutral texts';
  const chance = `chance alone would put about ${expectation(expected)} there.`;
  if (anchor === 'document') {
    const which = `${count(observed)} of ${counted(measured, 'scenario')}`;
    return `${which}: this document is closer to ${observed === 1 ? 'it' : 'them'} ${than}; ${chance}`;
  }
  const are = observed === 1 ? 'is' : 'are';
  const which = `${count(observed)} of ${counted(measured, 'document')}`;
  return `${which} ${are} closer ${than}; ${chance}`;
}

/** "about 3", "about 0.4", "fewer than 0.1". */
const byChance = (expected: number): string =>
  expected > 0 && expected < 0.05 ? 'fewer than 0.1' : `about ${expectation(expected)}`;

/** The other two counts (docs/methods.md §3.6), each behind its name. */
export function passingBeyond({ surplusPassing, relations }: Ranking): string {
  const { observed, expected } = surplusPassing;
  const measured = relations.filter(({ surplus }) => surplus !== null).length;
  return `${count(observed)} of ${count(measured)} above 95 of 100 neutral texts; by chance ${byChance(expected)}`;
}
export function labelled({ littleWordingPassing, relations }: Ranking): string {
  const { observed, expected } = littleWordingPassing;
  const measured = relations.filter(({ littleWording }) => littleWording !== null).length;
  return `${count(observed)} of ${count(measured)}; by chance ${byChance(expected)}`;
}
export function quoting({ relations }: Pick<Ranking, 'relations'>, anchor: Anchor): string | null {
  const pairs = relations.filter(({ leakage }) => leakage !== null).length;
  if (pairs === 0) return null;
  return anchor === 'scenario'
    ? `${counted(pairs, 'document')} ${pairs === 1 ? 'quotes' : 'quote'} this scenario; ${pairs === 1 ? 'it is' : 'they are'} counted above.`
    : `It quotes ${counted(pairs, 'scenario')}; ${pairs === 1 ? 'this is' : 'these are'} counted above.`;
}

/** Below this R² a surplus says little that the percentile does not; above the other, much. */
const EXPLAINS = { little: 0.05, much: 0.15 };

/** How much of closeness wording explains among the neutral texts, and what follows (docs/methods.md §3.4). */
export function wordingExplains({ nulls }: Pick<Ranking, 'nulls'>): string | null {
  if (nulls.length === 0) return null;
  const shares = nulls.map((each) => each.wordingExplains);
  const [low, high] = [Math.min(...shares), Math.max(...shares)].map(fineShare) as [string, string];
  const range = low === high ? low : `${low} to ${high}`;
  const most = Math.max(...shares);
  const so =
    most < EXPLAINS.little
      ? 'so going beyond it says little more than closeness does'
      : most < EXPLAINS.much
        ? 'so taking it out moves some places in the list'
        : 'so taking it out can move many places in the list';
  return `Among neutral texts shared wording explains ${range} of closeness, ${so}.`;
}

/** A warning of hubs, in two parts around the names (docs/methods.md §3.7). */
export const hubWarning = (k: number): string =>
  `A few documents are among the ${count(k)} nearest of many scenarios, whatever these are about. Expect them in every list:`;
export const inLists = (lists: number, scenarios: number): string =>
  `${count(lists)} of ${count(scenarios)} lists`;

export type Order = 'percentile' | 'surplus' | 'csls' | 'tfidf' | 'bm25';
export const orderBy = 'Order';
export const orders: Record<Order, string> = {
  percentile: 'Closeness',
  surplus: 'Beyond wording',
  csls: 'Without hubs',
  tfidf: 'Shared wording',
  bm25: 'BM25',
};
/** Why orders are not offered. */
export const noOrder = {
  reference:
    'The neutral texts have no vectors here, so there is no order by what lies beyond shared wording.',
  within:
    '“Without hubs” and BM25 compare documents within one scenario, so they order no list of scenarios.',
  few: `The order “without hubs” needs ${HUB_ITEMS} training documents and ${HUB_ITEMS} scenarios.`,
};

export const show = 'Show as';
export const forms: Record<View['reach'], string> = { list: 'List', scatter: 'Scatter' };

/** The list as a file. */
export const csv = {
  save: 'Save .csv',
  title: (rows: number): string =>
    `Save all ${counted(rows, 'row')} of this list as a table, with intervals and with what they were computed by`,
  file: 'parable-reach',
};

export const noReference =
  'The neutral texts have no vectors in this space, so nothing here says how close chance would come. Ordered by cosine alone; each place is one among the documents here.';

/**
 * A percentile in words, never rounded up: what is counted as above 95 reads so in its row too. A
 * document longer than the neutral texts is read in stretches, and the words say that.
 *
 * @param passages of the document, of which `windowSize` at a time are measured
 */
export function closerThan(
  {
    percentile,
    windowSize,
    corpusPercentile,
  }: Pick<Relation, 'percentile' | 'windowSize' | 'corpusPercentile'>,
  passages: number,
): string {
  if (percentile === null) return withoutNeutral(corpusPercentile);
  const length =
    windowSize < passages ? `, read in stretches of ${windowSize} passages` : ' of this length';
  if (percentile >= 1) return `Closer than every neutral text${length}`;
  if (percentile <= 0) return `Closer than none of the neutral texts${length}`;
  return `Closer than ${outOf100(percentile)} of 100 neutral texts${length}`;
}

/**
 * The same with what must go with it: that the document quotes the scenario (docs/methods.md §3.8).
 */
export function claim(
  relation: Pick<Relation, 'percentile' | 'windowSize' | 'corpusPercentile' | 'leakage'>,
  passages: number,
): string {
  return `${closerThan(relation, passages)}${relation.leakage ? ', and it quotes the test' : ''}`;
}

/** What lies beyond shared wording, in words. */
export function beyondWording(surplus: number): string {
  if (surplus >= 1) return 'above every neutral text';
  if (surplus <= 0) return 'above no neutral text';
  return `above ${outOf100(surplus)} of 100 neutral texts`;
}
export const beyond = 'beyond shared wording';
export const littleWording = 'little shared wording';
export const quotes = 'quotes the test';
export const quotesWhy: Record<NonNullable<Relation['leakage']>[number], string> = {
  run: 'the same 13 words or more in a row',
  containment: 'much the same runs of 8 words',
  cosine: 'a passage that says almost the same',
};

/** Whose documents a place is among. */
export const among: Record<Owners, string> = {
  demo: 'Among the demo’s documents',
  own: 'Among your own documents',
  both: 'Among your own and the demo’s',
};

/** A place among the other training documents, or why there is none. */
export function amongOthers({ corpusPercentile }: Pick<Relation, 'corpusPercentile'>): string {
  if (corpusPercentile === null) {
    return `none below ${count(CORPUS_MIN_DOCUMENTS)} others that do not quote the scenario`;
  }
  if (corpusPercentile >= 1) return 'closer than all others';
  if (corpusPercentile <= 0) return 'closer than none of the others';
  return `closer than ${outOf100(corpusPercentile)} of 100`;
}

function outOf100(percentile: number): string {
  const justAbove95 = percentile > 0.95 && percentile < 0.96;
  return justAbove95
    ? tenths(Math.floor(percentile * 1000) / 10)
    : count(Math.max(1, Math.floor(percentile * 100)));
}

/** What a percentile was measured against: "120 stretches of 40 neutral texts". */
export function measuredAgainst(nulls: readonly NullDistribution[]): string {
  const windows = nulls.map(({ scores }) => scores.length);
  const [fewest, most] = [Math.min(...windows), Math.max(...windows)];
  const documents = Math.max(...nulls.map((each) => each.documents));
  const range = fewest === most ? count(most) : `${count(fewest)} to ${count(most)}`;
  return `${range} stretches of ${counted(documents, 'neutral text')}`;
}

/** A place among the other training documents, where neutral texts have none. */
function withoutNeutral(corpusPercentile: number | null): string {
  if (corpusPercentile === null) return 'No neutral texts to measure it against';
  if (corpusPercentile >= 1) return 'Closer than all other training documents';
  if (corpusPercentile <= 0) return 'Closer than none of the other training documents';
  return `Closer than ${outOf100(corpusPercentile)} of 100 of the other training documents`;
}

export function interval([low, high]: readonly [number, number]): string {
  return `interval ${count(Math.round(low * 100))}–${count(Math.round(high * 100))}`;
}
export const cosineFigure = (value: number): string => `cosine ${cosine(value)}`;
export const sharedWording = (value: number): string => `shared wording ${overlap(value)}`;

export const legend = {
  value: { scenario: 'the document', document: 'this document' } satisfies Record<Anchor, string>,
  interval: '95\u00a0% interval of its place among them',
  noSign: 'Closeness has no sign: a story and its opposite can be equally close.',
};

export function hiddenLeftOut(anchor: Anchor, items: number, groups: number): string {
  const what = counted(items, anchor === 'scenario' ? 'document' : 'scenario');
  const [are, them] = items === 1 ? ['is', 'it'] : ['are', 'them'];
  return `${what} of ${counted(groups, 'hidden group')} ${are} not listed; the count above includes ${them}.`;
}
export const allHidden = 'Every group with something to list is hidden.';
export const showHidden = 'Show all groups';
export const showMore = (rows: number): string => `Show ${count(rows)} more`;
export const shownOf = (shown: number, all: number): string =>
  `${count(shown)} of ${count(all)} shown`;

export const none: Record<Anchor, { title: string; remedy: string }> = {
  scenario: {
    title: 'There is no scenario here yet',
    remedy:
      'A scenario is a document with the role “evaluation”: a situation that a model is tested with. Drop a file anywhere on this page and give it that role.',
  },
  document: {
    title: 'There is no training document here yet',
    remedy: 'Drop a text, or a folder of texts, anywhere on this page.',
  },
};
export const nothingToList: Record<Anchor, string> = {
  scenario:
    'There is no training document to compare with this scenario yet. Drop one on this page.',
  document: 'There is no scenario to compare with this document yet. Drop one on this page.',
};
export const onlyOne: Record<Anchor, string> = {
  scenario:
    'There is only one training document, so there is nothing to rank it against but the neutral texts.',
  document:
    'There is only one scenario, so there is nothing to rank it against but the neutral texts.',
};

export const measuring = (anchor: Anchor): string =>
  anchor === 'scenario'
    ? 'Measuring how close the documents are to this scenario…'
    : 'Measuring how close this document is to the scenarios…';
export const notInSpace = (title: string, encoder: string): string =>
  `“${title}” came without a vector of “${encoder}”, so it is not in this space and cannot be compared here. Change the encoder to compare it.`;
export const notEmbedded = (title: string): string =>
  `“${title}” is not embedded yet. The list appears as soon as it is.`;
export const waiting = (documents: number): string =>
  `${counted(documents, 'document')} still to be embedded; the list grows as they are done.`;
export const failed = 'The list could not be made.';
export const tryAgain = 'Try again';

/** The picture of shared words against shared meaning. */
export const scatter = {
  none: 'The picture places every text against neutral ones. They have no vectors in this space, so there is only the list.',
  empty: 'Every group with something to place is hidden.',
  x: 'shared words (√ of TF-IDF)',
  y: 'shared meaning',
  /** Beside the two levels, in full and where there is little room. */
  levels: [
    { at: 0, full: 'closer than half of the neutral texts', short: '50 of 100' },
    { at: 1, full: 'closer than 95 of 100 neutral texts', short: '95 of 100' },
  ],
  corner: 'Related with little shared wording',
  band: '90 of 100 neutral texts, by their wording',
  neutral: 'a stretch of a neutral text',
  line: 'what wording alone predicts',
  labelled: 'related with little shared wording',
  cornerNote:
    'In the corner a text is ringed only if no passage shares more than two content words with its match either.',
  unplaced: (items: number): string =>
    `${counted(items, 'text')} without a percentile cannot be placed.`,
  name: (spots: number, anchor: Anchor): string =>
    `Shared words against shared meaning of ${counted(spots, anchor === 'scenario' ? 'document' : 'scenario')}`,
  keys: 'Arrow keys walk from mark to mark, Enter opens the pair, Escape leaves. The list says the same in words.',
};

/** What a mark of the scatter stands for, in words. */
export function spotWords(relation: Relation, passages: number): string {
  const { surplus } = relation;
  const rest = surplus === null ? '' : ` Beyond shared wording ${beyondWording(surplus)}.`;
  return `${claim(relation, passages)}.${rest}`;
}

export const groups = {
  title: 'By group',
  toggle: (name: string, hidden: boolean): string => `${hidden ? 'Show' : 'Hide'} ${name}`,
  pending: 'Summarising…',
  failed: 'The groups could not be summarised.',
  documents: (documents: number): string => `n = ${count(documents)}`,
  median: (value: number): string => `median ${count(Math.floor(value * 100))}`,
  interval: ([low, high]: readonly [number, number]): string =>
    `${count(Math.floor(low * 100))}–${count(Math.ceil(high * 100))}`,
  passing: (passing: number, [low, high]: readonly [number, number]): string =>
    `${share(passing)} above 95 (${share(low)}–${share(high)})`,
  none: 'nothing measured',
  note: 'Line: quartiles of the percentile; tick: median; thin line: 95 % interval of the median, from six documents on.',
  /** The whole row, for those who cannot see the strip. */
  sentence: ({ documents, quartiles }: Summary): string =>
    quartiles === null
      ? `${counted(documents, 'document')}, nothing measured`
      : `${counted(documents, 'document')}, quartiles ${quartiles.map((each) => count(Math.floor(each * 100))).join(', ')}`,
};
