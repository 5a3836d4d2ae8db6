import { ascending, descending } from 'd3';
import type { NullEntry, Ranking, Relation } from './types.ts';

/** Share of unrelated pairs that pass: a relation passes above the 95th percentile of its null (docs/methods.md §3.6). */
const CHANCE = 0.05;

/**
 * Orders relations by percentile, then relatedness, then ids, and counts how many pass against how
 * many would by chance alone. Relations without a percentile come last and are not counted: there
 * is no chance to count them against.
 *
 * @param nulls one per (scenario, window size) among the relations, in any order
 */
export function rank(relations: readonly Relation[], nulls: readonly NullEntry[]): Ranking {
  const measured = relations.filter(({ percentile }) => percentile !== null);
  return {
    relations: relations.toSorted(
      (a, b) =>
        descending(a.percentile ?? -1, b.percentile ?? -1) ||
        descending(a.relatedness, b.relatedness) ||
        ascending(a.document, b.document) ||
        ascending(a.scenario, b.scenario),
    ),
    nulls: nulls.toSorted(
      (a, b) => ascending(a.scenario, b.scenario) || ascending(a.windowSize, b.windowSize),
    ),
    passing: {
      observed: measured.filter(({ percentile }) => percentile! > 1 - CHANCE).length,
      expected: CHANCE * measured.length,
    },
  };
}
