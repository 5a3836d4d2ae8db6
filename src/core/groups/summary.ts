import { ascending, group, mean, quantileSorted } from 'd3';
import { MEDIAN_MIN_DOCUMENTS } from '../limits.ts';
import { interval95 } from '../relate/bootstrap.ts';
import type { Draws } from '../statistics/permutation.ts';
import { middleRanks, type MiddleRanks } from './middle-ranks.ts';
import { rowMeans } from './table.ts';
import type { Table } from './types.ts';

/** Above this a percentile passes (docs/methods.md §3.6). */
const PASSES = 0.95;

/** How the documents of a group stand to a scenario, or on average to all. */
export interface Summary {
  /** Documents with a percentile. */
  readonly documents: number;
  /** Documents without one. */
  readonly missing: number;
  /** Lower quartile, median, upper quartile (linear interpolation, as NumPy's); null without documents. */
  readonly quartiles: readonly [number, number, number] | null;
  /** Share of percentiles above .95; null without documents. */
  readonly passing: number | null;
  /** 95 % bootstrap interval of the median over documents; null below 6, which cannot bound it. */
  readonly interval: readonly [number, number] | null;
}

export interface GroupSummary {
  readonly group: string;
  /** Of the documents' mean percentiles over all scenarios. */
  readonly overall: Summary;
  /** One a scenario, in the table's order. */
  readonly scenarios: readonly Summary[];
}

/**
 * Summarises percentiles by group, in ascending order of its name or id, against each scenario and
 * on average.
 *
 * @param percentiles [documents × scenarios], in [0, 1] or NaN
 * @param groups of the documents, in the table's order
 */
export function summarise(
  percentiles: Table,
  groups: readonly string[],
  draws: Draws,
): GroupSummary[] {
  const { columns, data } = percentiles;
  const overall = rowMeans(percentiles);
  const middles = new Map<number, MiddleRanks>();
  const of = (values: Float64Array): Summary => summariseValues(values, draws, middles);
  const rowsOf = group(groups.keys(), (row) => groups[row]!);
  return Array.from(rowsOf)
    .sort(([a], [b]) => ascending(a, b))
    .map(([name, rows]) => ({
      group: name,
      overall: of(Float64Array.from(rows, (row) => overall[row]!)),
      scenarios: Array.from({ length: columns }, (_, column) =>
        of(Float64Array.from(rows, (row) => data[row * columns + column]!)),
      ),
    }));
}

/**
 * Summary of one list of percentiles, in any order.
 * @param middles kept from call to call, so that lists of one length share their resamples
 */
export function summariseValues(
  values: Float64Array,
  draws: Draws,
  middles = new Map<number, MiddleRanks>(),
): Summary {
  const found = Array.from(values.filter((value) => !Number.isNaN(value)).sort());
  const documents = found.length;
  const missing = values.length - documents;
  if (documents === 0) {
    return { documents, missing, quartiles: null, passing: null, interval: null };
  }
  const quartile = (share: number) => quantileSorted(found, share)!;
  return {
    documents,
    missing,
    quartiles: [quartile(0.25), quartile(0.5), quartile(0.75)],
    passing: mean(found, (value) => Number(value > PASSES))!,
    interval: documents < MEDIAN_MIN_DOCUMENTS ? null : medianInterval(found, draws, middles),
  };
}

function medianInterval(
  found: readonly number[],
  draws: Draws,
  middles: Map<number, MiddleRanks>,
): [number, number] {
  const ranks = middles.get(found.length) ?? middleRanks(found.length, draws);
  middles.set(found.length, ranks);
  const { lower, upper } = ranks;
  return interval95(Float64Array.from(lower, (rank, b) => (found[rank]! + found[upper[b]!]!) / 2));
}
