import type { Agreement } from '../../core/agreement/compare.ts';
import type { AgreementReport } from '../../core/agreement/agreement.ts';
import type { Estimate } from '../../core/statistics/jackknife.ts';
import type { AgreementPhase } from '../../state/agreement.svelte.ts';
import { names } from './correction.ts';
import { count, counted, share, signed, tenths } from './figures.ts';

export const title = 'What stays when the encoder changes';
export const about =
  'Every figure of closeness comes from one encoder and one correction. Here the same documents are measured from others, and what they agree on is counted.';

export const choose = 'Compare with';
export const correctionsAlone = 'Only the corrections of the encoder in use';
export const noOther =
  'There is no other encoder here yet. Add one under “Encoder”, and it can be chosen here.';
export const start = 'Compare';
export const stop = 'Stop';
export const again = 'Compare again';
export const outdated =
  'The documents, the encoder or the correction have changed since the last comparison.';
export const failed = 'They could not be compared.';
export const nothing =
  'Bring training documents and scenarios, so that there is something to compare.';

export function progress(phase: AgreementPhase, other: string | null): string {
  if (phase.at === 'embedding') {
    return `Embedding by ${other ?? 'the other encoder'}: ${count(phase.done)} of ${counted(phase.total, 'passage')}…`;
  }
  return phase.at === 'measuring' ? `Measuring: ${share(phase.done)}…` : '';
}

export const compared = ({ compared }: AgreementReport): string =>
  `Measured on ${counted(compared.documents, 'training document')} and ${counted(compared.scenarios, 'scenario')}.`;

export const encoders = (other: string): string => `In use against ${other}`;
export const corrections = 'The correction in use against the others';

export const columns = {
  correction: 'Correction',
  tau: 'Same order (τ)',
  shared: (k: number): string => `Of ${count(k)} nearest, the same`,
};
export const correction = ({ to }: Agreement): string => names[to.correction].name;

export function tau({ tau: estimate }: Agreement): string {
  return estimate ? withInterval(estimate, signed) : 'not defined';
}

export function shared({ shared: estimate, chance }: Agreement): string {
  if (!estimate) return 'not defined';
  return `${withInterval(estimate, tenths)}; by chance ${tenths(chance)}`;
}

function withInterval({ value, interval }: Estimate, format: (value: number) => string): string {
  return interval
    ? `${format(value)} (${format(interval[0])} to ${format(interval[1])})`
    : format(value);
}

export const robust = {
  title: 'Robust pairs',
  count: ({ robustness: { here, robust, standpoints } }: AgreementReport): string =>
    here === 0
      ? 'As you look now, no pair is closer than 95 of 100 neutral texts.'
      : `As you look now, ${counted(here, 'pair')} ${here === 1 ? 'is' : 'are'} closer than 95 of 100 neutral texts. ${robust === 0 ? 'None of them is so' : `${count(robust)} of them ${robust === 1 ? 'is' : 'are'} so`} in all ${count(standpoints)} combinations of encoder and correction.`,
  caution:
    'The combinations share the texts, so this is no probability. A robust pair does not hang on the choice; it is not truer for that.',
  listed: (shown: number, all: number): string =>
    shown < all ? `The ${count(shown)} closest of them` : 'They are',
  mark: 'robust',
  markWhy: (standpoints: number): string =>
    `Closer than 95 of 100 neutral texts in all ${count(standpoints)} combinations of encoder and correction that were compared`,
  open: (document: string, scenario: string): string => `${document} and ${scenario}`,
};
