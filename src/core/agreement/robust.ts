import { descending } from 'd3';
import { AGREEMENT_PAIRS } from '../limits.ts';
import type { Sight } from './standpoint.ts';

/** A percentile above this counts (docs/methods.md §3.6). */
const PASSES = 0.95;

export interface Pair {
  readonly document: string;
  readonly scenario: string;
}

/** From how many standpoints pairs are related above the 95th percentile. */
export interface Robustness {
  readonly standpoints: number;
  readonly documents: readonly string[];
  readonly scenarios: readonly string[];
  /** [documents × scenarios], in [0, standpoints] */
  readonly passes: Uint8Array<ArrayBuffer>;
  /** Pairs that pass from the standpoint in use. */
  readonly here: number;
  /** Pairs that pass from all. */
  readonly robust: number;
  /** The robust pairs that are closest from the standpoint in use, at most 20. */
  readonly closest: readonly Pair[];
}

/**
 * Counts for each pair the standpoints from which it is related beyond the 95th percentile of the
 * neutral texts. Standpoints share the texts, so they are no independent witnesses, and no chance is
 * stated for passing several.
 *
 * @param sights of the same documents and scenarios in the same order, at most 255
 * @param here one of them: that of the standpoint in use
 */
export function countPasses(sights: readonly Sight[], here: Sight): Robustness {
  const { documents, scenarios, relatedness, percentile } = here.scores;
  const passes = new Uint8Array(documents.length * scenarios.length);
  for (const { scores } of sights) {
    for (const [pair, value] of scores.percentile.entries()) if (value > PASSES) passes[pair]!++;
  }
  const robust = [...passes.keys()].filter((pair) => passes[pair] === sights.length);
  const closest = robust
    .toSorted((a, b) => descending(relatedness[a], relatedness[b]) || a - b)
    .slice(0, AGREEMENT_PAIRS);
  return {
    standpoints: sights.length,
    documents,
    scenarios,
    passes,
    here: percentile.filter((value) => value > PASSES).length,
    robust: robust.length,
    closest: closest.map((pair) => ({
      document: documents[Math.floor(pair / scenarios.length)]!,
      scenario: scenarios[pair % scenarios.length]!,
    })),
  };
}

/** A function that says of a pair whether it is robust; null for one that was not compared. */
export function robustness({
  standpoints,
  documents,
  scenarios,
  passes,
}: Robustness): (document: string, scenario: string) => boolean | null {
  const rows = new Map(documents.map((id, i) => [id, i]));
  const columns = new Map(scenarios.map((id, j) => [id, j]));
  return (document, scenario) => {
    const [i, j] = [rows.get(document), columns.get(scenario)];
    if (i === undefined || j === undefined) return null;
    return passes[i * scenarios.length + j] === standpoints;
  };
}
