import { AppError } from '../errors.ts';
import type { Holdings } from './holdings.ts';
import type { Measures } from './measures.ts';
import type { PairTable } from './types.ts';
import type { Wording } from './wording.ts';

/** Pairs measured between two steps: some ten milliseconds. */
const STEP_PAIRS = 1024;

/**
 * The headline numbers of all pairs of the corpus, in steps that yield the share of the work done.
 *
 * @throws AppError `unexpected` if the corpus changes between two steps: ask again
 */
export function* pairTable(
  holdings: Holdings,
  measures: Measures,
  wording: Wording,
): Generator<number, PairTable> {
  const { revision } = holdings;
  const documents = holdings.all('training');
  const scenarios = holdings.all('evaluation');
  const pairs = documents.length * scenarios.length;
  const table = {
    documents: documents.map(({ source }) => source.id),
    scenarios: scenarios.map(({ source }) => source.id),
    relatedness: new Float64Array(pairs),
    percentile: new Float64Array(pairs).fill(NaN),
    tfidf: new Float64Array(pairs),
    surplus: new Float64Array(pairs).fill(NaN),
  };
  let done = 0;
  for (const [j, scenario] of scenarios.entries()) {
    const measure = measures.against(scenario);
    const tfidf = wording.tfidfWith(scenario);
    for (const [i, document] of documents.entries()) {
      const { relatedness, background, overlap } = measure(document);
      const cell = i * scenarios.length + j;
      table.relatedness[cell] = relatedness;
      table.tfidf[cell] = tfidf(document);
      if (background) {
        table.percentile[cell] = background.relatedness.percentile(relatedness);
        table.surplus[cell] = background.surplus.percentile(
          background.residual(relatedness, overlap),
        );
      }
      if (++done % STEP_PAIRS > 0) continue;
      yield done / pairs;
      if (holdings.revision !== revision) {
        throw new AppError('unexpected', { message: 'the corpus changed while it was measured' });
      }
    }
  }
  return table;
}
