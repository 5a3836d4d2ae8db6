import { median } from 'd3';
import type { Relation } from './types.ts';

/** How some documents taken together relate to one item at the other end. */
export interface TogetherRow {
  /** Document or scenario at the other end. */
  readonly id: string;
  /** Those that relate to it more closely than 95 of 100 neutral texts do. */
  readonly passing: number;
  /** Those of which that can be said; chance puts 5 of 100 of these above. */
  readonly measured: number;
  /** Median of their percentiles, in [0, 1]. */
  readonly median: number;
}

/**
 * Counts and medians per other end, those that most reach first, then by median. Relations without a
 * percentile are left out.
 *
 * @param anchor which end of each relation is among those taken together
 */
export function countTogether(
  relations: readonly Pick<Relation, 'document' | 'scenario' | 'percentile'>[],
  anchor: 'document' | 'scenario',
): TogetherRow[] {
  const byOther = new Map<string, number[]>();
  for (const relation of relations) {
    if (relation.percentile === null) continue;
    const other = anchor === 'document' ? relation.scenario : relation.document;
    const list = byOther.get(other) ?? [];
    byOther.set(other, list);
    list.push(relation.percentile);
  }
  return Array.from(byOther, ([id, percentiles]) => {
    const passing = percentiles.filter((percentile) => percentile > 0.95).length;
    return { id, passing, measured: percentiles.length, median: median(percentiles)! };
  }).sort((a, b) => b.passing / b.measured - a.passing / a.measured || b.median - a.median);
}
