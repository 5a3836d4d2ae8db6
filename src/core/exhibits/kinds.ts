import { ascending } from 'd3';
import { rowMeans } from '../groups/table.ts';
import type { Table } from '../groups/types.ts';
import type { Measurements } from './measurements.ts';

/** Documents against kinds of scenario. */
export interface KindTable extends Table {
  /** Kinds of the columns, ascending. */
  readonly kinds: readonly string[];
}

/** Mean relatedness of each document to the scenarios of each kind; NaN where one is missing. */
export function relatednessByKind(measurements: Measurements): KindTable {
  const { documents, scenarios, relatedness } = measurements;
  const table = { rows: documents.length, columns: scenarios.length, data: relatedness };
  const kinds = [...new Set(scenarios.flatMap(({ behaviour }) => behaviour ?? []))].sort(ascending);
  const means = kinds.map((kind) =>
    rowMeans(
      table,
      [...scenarios.keys()].filter((scenario) => scenarios[scenario]!.behaviour === kind),
    ),
  );
  const data = Float64Array.from(documents.flatMap((_, row) => means.map((mean) => mean[row]!)));
  return { rows: documents.length, columns: kinds.length, data, kinds };
}

/**
 * How evenly each document relates to the kinds of scenario: minus the standard deviation over kinds
 * of its mean relatedness, so that more is more even, at most 0. NaN where a kind is missing, or
 * with fewer than two kinds.
 */
export function evenness(measurements: Measurements): Float64Array<ArrayBuffer> {
  const { rows, columns, data } = relatednessByKind(measurements);
  return Float64Array.from({ length: rows }, (_, row) => {
    if (columns < 2) return NaN;
    const means = data.subarray(row * columns, (row + 1) * columns);
    const mean = means.reduce((a, b) => a + b, 0) / columns;
    return -Math.sqrt(means.reduce((sum, x) => sum + (x - mean) ** 2, 0) / columns);
  });
}

/**
 * The kind of scenario that a document was written for, by its topic: the kind of that name, or else
 * the only kind that has it as one of its words, as `research-sabotage` has `research`.
 */
export function kindOfTopic(topic: string | null, kinds: readonly string[]): string | null {
  if (topic === null) return null;
  if (kinds.includes(topic)) return topic;
  const [kind, ...others] = kinds.filter((each) => each.split('-').includes(topic));
  return others.length === 0 ? (kind ?? null) : null;
}
