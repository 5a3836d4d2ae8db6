import type { Match } from '../../core/relate/types.ts';
import { cosine, count, counted, fineShare, tenths } from './figures.ts';

export const nothing = {
  title: 'Nothing open',
  remedy: 'Choose a mark on the map or a row in a list to read it here.',
};
export const reaches = {
  document: 'What does it reach?',
  scenario: 'What reaches it?',
};
export const close = 'Close';
export const passages = (value: number): string => counted(value, 'passage');
export const moreFields = (more: number): string => counted(more, 'more field');
export const twinOf = 'twin of';
/** The six values of the demo; what else a document names is shown as it stands there. */
const VALUE_NAMES: Readonly<Record<string, string>> = {
  oversight: 'accept oversight',
  'no-coercion': 'no coercion with private facts',
  proportion: 'proportionate action',
  continuation: 'own continuation not paramount',
  care: 'care for third parties',
};
export const valueName = (value: string): string => VALUE_NAMES[value] ?? value;
export const passageLabel = (index: number): string => `Passage ${count(index + 1)}`;

/** What the encoder in use leaves out of the document. */
export const cut = {
  note: (passages: readonly number[], tokens: number, limit: number): string =>
    `${passages.length === 1 ? 'Passage' : 'Passages'} ${fewNumbers(passages)} ${passages.length === 1 ? 'is' : 'are'} longer than the ${counted(limit, 'token')} that the encoder reads; ${counted(tokens, 'token')} at the end ${tokens === 1 ? 'is' : 'are'} left out.`,
  why: 'What does this mean?',
};
/** Passages that are named one by one. */
const NAMED = 6;
const fewNumbers = (indices: readonly number[]): string =>
  indices.length <= NAMED
    ? numbers(indices)
    : `${numbers(indices.slice(0, NAMED))} and ${count(indices.length - NAMED)} more`;

const numbers = (indices: readonly number[]): string =>
  [...new Set(indices)].map((index) => count(index + 1)).join(', ');

export const evidence = {
  title: 'What relates the two',
  comparing: 'Finding the passages that relate the two…',
  failed: 'The two texts could not be compared.',
  notInSpace:
    'One of the two came without a vector of the encoder in use, so they cannot be compared in this space.',
  notEmbedded: 'The passages appear as soon as both texts are embedded.',
  relatedness: 'Relatedness',
  wording: 'Shared wording',
  noSharedWords: 'The two texts have no content word in common.',
  words: 'Words',
  names: 'Names',
  moreWords: (more: number): string => `and ${count(more)} more`,
  scenario: 'Scenario',
  document: 'Document',
  fullTexts: 'Both texts in full',
  unfold: (from: number, to: number): string =>
    to - from === 1
      ? `Show passage ${count(from + 1)}`
      : `Show passages ${count(from + 1)}–${count(to)}`,
  strongestOnly: (linked: number, all: number): string =>
    `Linked are the ${count(linked)} scenario passages that add most, of ${count(all)}.`,
  tooThin: 'No percentile yet.',
  bm25: (value: number): string => tenths(value),
  onMap: 'Show on the map',
  quotes: 'This document quotes the scenario:',
  runs: (lengths: readonly number[]): string =>
    lengths.length === 1
      ? `the same ${count(lengths[0]!)} words in a row`
      : `${count(lengths.length)} runs of the same words, of up to ${count(Math.max(...lengths))}`,
  contained: (passages: readonly number[]): string =>
    `much the same runs of 8 words as in scenario ${passages.length === 1 ? 'passage' : 'passages'} ${numbers(passages)}`,
  coincident: (passages: readonly number[]): string =>
    `almost the same as scenario ${passages.length === 1 ? 'passage' : 'passages'} ${numbers(passages)}`,
};

export const made = {
  title: 'How this number is made',
  what: (s: number, rows: number): string =>
    rows === 1
      ? `The scenario is one passage; ${cosine(s)} is its closest match in the document.`
      : `Each scenario passage finds its closest passage in the document. ${cosine(s)} is the mean, before rounding.`,
  scenarioPassage: 'Scenario',
  match: 'Closest in the document',
  cosine: 'Cosine',
  sharedWords: 'Shared words',
  mean: 'Mean',
  runs: 'A document longer than the neutral texts is read in stretches of their length; a share says in how many of these a passage is the closest.',
  weighted: ({ passage, cosine: value, weight }: Match): string =>
    `${count(passage + 1)} (${cosine(value)}, ${fineShare(weight)})`,
  others: (more: number): string => `${count(more)} others`,
  moreRows: (more: number): string => `Show ${count(more)} more`,
};

/** The sentence that a row, a numeral or a link is announced with. */
export const linkLabel = (scenarioPassage: number, match: Match | undefined): string =>
  match
    ? `Scenario passage ${count(scenarioPassage + 1)}, closest to document passage ${count(match.passage + 1)}, cosine ${cosine(match.cosine)}`
    : `Scenario passage ${count(scenarioPassage + 1)}`;
export const documentLinkLabel = (passage: number, scenarioPassages: readonly number[]): string =>
  `Document passage ${count(passage + 1)}, closest to scenario passage ${scenarioPassages.map((index) => count(index + 1)).join(', ')}`;

/** docs/methods.md §9, in words for the reader. */
export const limits = {
  line: 'Closeness in this encoder is not closeness in a trained model, and it is not causal.',
  more: 'What this cannot tell',
  rest: [
    'The encoder was made for finding texts, not for predicting what a model learns from them. How much one document shifts a model’s behaviour is a different question, which influence functions ask.',
    'Closeness has no sign. A villain’s story and its corrective twin can be equally close to the same scenario.',
    'Traits can pass through data that has no meaning in common with them. No embedding sees that.',
    'Shared words explain part of closeness and a shared setting another; neither is evidence of shared values.',
    'On public tests of whether two stories tell the same thing, encoders of this size do little better than counting words.',
  ],
};
