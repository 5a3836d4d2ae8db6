import { AppError } from '../errors.ts';
import type { Holdings } from './holdings.ts';
import type { Measures } from './measures.ts';
import type { Placed } from './placed.ts';
import type { PairTable, ScoreTable } from './types.ts';
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
  const table = emptyScores(holdings);
  const pairs = table.relatedness.length;
  const tfidf = new Float64Array(pairs);
  const surplus = new Float64Array(pairs).fill(NaN);
  yield* eachPair(holdings, (scenario) => {
    const measure = measures.against(scenario);
    const tfidfWith = wording.tfidfWith(scenario);
    return (document, cell) => {
      const { relatedness, background, overlap } = measure(document);
      table.relatedness[cell] = relatedness;
      tfidf[cell] = tfidfWith(document);
      if (!background) return;
      table.percentile[cell] = background.relatedness.percentile(relatedness);
      surplus[cell] = background.surplus.percentile(background.residual(relatedness, overlap));
    };
  });
  return { ...table, tfidf, surplus };
}

/**
 * Relatedness and percentile alone of all pairs, for which no text is read; in steps like `pairTable`.
 *
 * @throws AppError `unexpected` if the corpus changes between two steps: ask again
 */
export function* scoreTable(holdings: Holdings, measures: Measures): Generator<number, ScoreTable> {
  const table = emptyScores(holdings);
  yield* eachPair(holdings, (scenario) => (document, cell) => {
    table.relatedness[cell] = measures.score(document, scenario);
    table.percentile[cell] = measures.percentile(document, scenario) ?? NaN;
  });
  return table;
}

function emptyScores(holdings: Holdings): ScoreTable {
  const documents = holdings.all('training').map(({ source }) => source.id);
  const scenarios = holdings.all('evaluation').map(({ source }) => source.id);
  const pairs = documents.length * scenarios.length;
  const [relatedness, percentile] = [new Float64Array(pairs), new Float64Array(pairs).fill(NaN)];
  return { documents, scenarios, relatedness, percentile };
}

/** Visits all pairs, scenario by scenario; `cell` counts documents × scenarios. */
function* eachPair(
  holdings: Holdings,
  against: (scenario: Placed) => (document: Placed, cell: number) => void,
): Generator<number, void> {
  const { revision } = holdings;
  const documents = holdings.all('training');
  const scenarios = holdings.all('evaluation');
  const pairs = documents.length * scenarios.length;
  let done = 0;
  for (const [j, scenario] of scenarios.entries()) {
    const visit = against(scenario);
    for (const [i, document] of documents.entries()) {
      visit(document, i * scenarios.length + j);
      if (++done % STEP_PAIRS > 0) continue;
      yield done / pairs;
      if (holdings.revision !== revision) {
        throw new AppError('unexpected', { message: 'the corpus changed while it was measured' });
      }
    }
  }
}
