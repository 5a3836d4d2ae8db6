import type { Table } from './types.ts';

/**
 * Mean of each row over the columns, or over those given: [rows]. NaN where one of its cells is,
 * since a mean over fewer scenarios would compare scenarios and not documents, and where there is
 * no column.
 */
export function rowMeans(table: Table, columns?: readonly number[]): Float64Array<ArrayBuffer> {
  const chosen = columns ?? Array.from({ length: table.columns }, (_, column) => column);
  return Float64Array.from({ length: table.rows }, (_, row) => {
    let sum = 0;
    for (const column of chosen) sum += table.data[row * table.columns + column]!;
    return sum / chosen.length;
  });
}
