import { sentences } from '../../../../src/core/corpus/sentences.ts';
import { runningWords } from './words.ts';
import type { Text } from './texts.ts';

const FIRST_PERSON = /^(?:i|me|my|mine|myself)(?:'|$)/;

/** Features of style that must not tell twins apart. */
export const STYLE: Readonly<Record<string, (text: Text) => number>> = {
  length: ({ words }) => words,
  'sentence length': ({ body, words }) => words / sentences(body).length,
  'first-person rate': ({ body }) => {
    const words = runningWords(body);
    return words.filter((word) => FIRST_PERSON.test(word)).length / words.length;
  },
};

/**
 * Mean difference of a feature over pairs of twins, in standard deviations: of the feature among
 * all the texts (Cohen 1988, d), or of the differences themselves (d_z), whichever is the larger.
 */
export function styleDifference(
  pairs: readonly (readonly [Text, Text])[],
  feature: (text: Text) => number,
): number {
  const differences = pairs.map(([a, b]) => feature(a) - feature(b));
  const middle = mean(differences);
  if (middle === 0) return 0;
  const spread = Math.min(deviation(pairs.flat().map(feature)), deviation(differences));
  return middle / spread;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** Sample standard deviation. */
function deviation(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(
    values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1),
  );
}
