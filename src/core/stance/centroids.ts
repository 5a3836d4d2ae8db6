/** Means of the rows of each topic. */
export interface Centroids {
  /** Ascending. */
  readonly names: readonly string[];
  /** Sums over the rows, [dims] each, in the order of `names`. */
  readonly sums: readonly Float64Array<ArrayBuffer>[];
  readonly means: readonly Float64Array<ArrayBuffer>[];
}

/**
 * Mean row of every topic.
 *
 * @param rows [documents × dims]; zero rows, which have no direction, are left out
 * @param topics of each row; rows without one (null) are left out
 */
export function centroids(
  rows: Float32Array,
  dims: number,
  topics: readonly (string | null)[],
): Centroids {
  const counts = new Map<string, number>();
  const totals = new Map<string, Float64Array<ArrayBuffer>>();
  topics.forEach((topic, i) => {
    const row = rows.subarray(i * dims, (i + 1) * dims);
    if (topic === null || row.every((value) => value === 0)) return;
    const total = totals.get(topic) ?? new Float64Array(dims);
    row.forEach((value, d) => (total[d]! += value));
    totals.set(topic, total);
    counts.set(topic, (counts.get(topic) ?? 0) + 1);
  });
  const names = [...totals.keys()].sort();
  const sums = names.map((name) => totals.get(name)!);
  return {
    names,
    sums,
    means: sums.map((sum, i) => sum.map((value) => value / counts.get(names[i]!)!)),
  };
}
