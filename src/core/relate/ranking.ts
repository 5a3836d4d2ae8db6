import { ascending, descending, sum } from 'd3';
import type { Hubs, NullEntry, Passing, Ranking, Relation } from './types.ts';

/** Share of unrelated pairs that pass: a relation passes above the 95th percentile of its null (docs/methods.md §3.6). */
export const CHANCE = 0.05;

/** What relations can be ordered by, largest first. */
export type Quantity = 'percentile' | 'relatedness' | 'surplus' | 'csls' | 'tfidf' | 'bm25';

/** Relations by one quantity, largest first and nulls last, then by relatedness and ids. */
export function order(relations: readonly Relation[], by: Quantity): Relation[] {
  return relations.toSorted(
    (a, b) =>
      descending(a[by] ?? -Infinity, b[by] ?? -Infinity) ||
      descending(a.relatedness, b.relatedness) ||
      ascending(a.document, b.document) ||
      ascending(a.scenario, b.scenario),
  );
}

/**
 * Orders relations by percentile, then relatedness, then ids, and counts how many pass against how
 * many would by chance alone. Relations without a percentile come last and are not counted: there
 * is no chance to count them against.
 *
 * @param nulls one per (scenario, window size) among the relations, in any order
 * @param chance for each relation the share of reference windows that have the label of little
 *   shared wording; null without a reference
 */
export function rank(
  relations: readonly Relation[],
  nulls: readonly NullEntry[],
  chance: readonly (number | null)[],
  hubs: Hubs | null,
): Ranking {
  const measured = relations.filter(({ percentile }) => percentile !== null);
  const above = (by: 'percentile' | 'surplus'): Passing => ({
    observed: measured.filter((relation) => relation[by]! > 1 - CHANCE).length,
    expected: CHANCE * measured.length,
  });
  return {
    relations: order(relations, 'percentile'),
    nulls: nulls.toSorted(
      (a, b) => ascending(a.scenario, b.scenario) || ascending(a.windowSize, b.windowSize),
    ),
    passing: above('percentile'),
    surplusPassing: above('surplus'),
    littleWordingPassing: {
      observed: relations.filter(({ littleWording }) => littleWording).length,
      expected: sum(chance.map((share) => share ?? 0).sort(ascending)),
    },
    hubs,
  };
}
