import type { NullDistribution, Ranking, Relation } from '../../core/relate/types.ts';
import type { View } from '../../core/project/view.ts';
import { cosine, count, counted, expectation, overlap, tenths } from './figures.ts';

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

export const noReference =
  'No neutral texts are loaded, so nothing here says how close chance would come. Ordered by cosine alone.';

/**
 * A percentile in words, never rounded up: what is counted as above 95 reads so in its row too. A
 * document longer than the neutral texts is read in stretches, and the words say that.
 *
 * @param passages of the document, of which `windowSize` at a time are measured
 */
export function closerThan(
  { percentile, windowSize }: Pick<Relation, 'percentile' | 'windowSize'>,
  passages: number,
): string {
  if (percentile === null) return unmeasured;
  const length =
    windowSize < passages ? `, read in stretches of ${windowSize} passages` : ' of this length';
  if (percentile >= 1) return `Closer than every neutral text${length}`;
  if (percentile <= 0) return `Closer than none of the neutral texts${length}`;
  return `Closer than ${outOf100(percentile)} of 100 neutral texts${length}`;
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

const unmeasured = 'No neutral texts to measure it against';

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
export const notEmbedded = (title: string): string =>
  `“${title}” is not embedded yet. The list appears as soon as it is.`;
export const waiting = (documents: number): string =>
  `${counted(documents, 'document')} still to be embedded; the list grows as they are done.`;
export const failed = 'The list could not be made.';
export const tryAgain = 'Try again';
