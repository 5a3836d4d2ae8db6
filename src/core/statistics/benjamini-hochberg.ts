import { ascending } from 'd3';

/**
 * q-values of a whole table of p-values: q of the i-th smallest of m is the least of p(j) · m / j over
 * j ≥ i (Benjamini & Hochberg 1995, JRSS B 57). Rejecting where q ≤ α keeps the expected share of
 * false discoveries at α. What has no p (NaN) gets no q and counts for nothing in m.
 *
 * @param p each in (0, 1] or NaN, in any order
 * @returns in the order of `p`, each in (0, 1] or NaN
 */
export function benjaminiHochberg(p: ArrayLike<number>): Float64Array<ArrayBuffer> {
  const order = Array.from(p, (_, i) => i)
    .filter((i) => !Number.isNaN(p[i]!))
    .sort((i, j) => ascending(p[i], p[j]));
  const q = new Float64Array(p.length).fill(NaN);
  let least = 1;
  for (let rank = order.length; rank > 0; rank--) {
    const index = order[rank - 1]!;
    least = Math.min(least, (p[index]! * order.length) / rank);
    q[index] = least;
  }
  return q;
}
