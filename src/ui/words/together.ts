import type { Anchor } from './reach.ts';
import { count, counted } from './figures.ts';

/** Words for what some gathered documents reach together, or what reaches some scenarios. */
export const title = (gathered: number, anchor: Anchor): string =>
  anchor === 'document'
    ? `What the ${counted(gathered, 'gathered document')} ${gathered === 1 ? 'reaches' : 'reach'}`
    : `What reaches the ${counted(gathered, 'gathered scenario')}`;
export const about = (anchor: Anchor): string =>
  anchor === 'document'
    ? 'For each scenario: how many of these documents are closer to it than 95 of 100 neutral texts, and the median of their percentiles.'
    : 'For each document: to how many of these scenarios it is closer than 95 of 100 neutral texts, and the median of its percentiles.';
export const first = (asked: number, gathered: number): string =>
  `Counted are the first ${count(asked)} of ${count(gathered)}: each is ranked by itself.`;
export const progress = (done: number, total: number): string =>
  `Ranking: ${count(done)} of ${count(total)}…`;
export const failed = 'This could not be measured';
export const none = 'None of these has a percentile: nothing can be counted.';
export const other: Readonly<Record<Anchor, string>> = {
  document: 'Scenario',
  scenario: 'Document',
};
export const passing = 'Closer than 95 of 100';
export const median = 'Median percentile';
export const ofThem = (passed: number, measured: number): string =>
  `${count(passed)} of ${count(measured)}`;
export const more = (rows: number): string => `Show ${count(rows)} more`;
export const chance = (gathered: string): string =>
  `Of ${gathered} unrelated ones, chance puts about one in twenty above 95. Documents of one kind resemble each other, so these counts are a description and no test.`;
export const onlyGathered = (gathered: number): string => `Only the ${count(gathered)} gathered`;
