import { ascending, sum } from 'd3';

/**
 * Spearman's ρ: Pearson's correlation of the ranks, ties sharing their mean rank, in [−1, 1]. NaN
 * below two pairs, or where one side has only one value.
 * @throws RangeError if the lists are not of equal length
 */
export function spearman(a: ArrayLike<number>, b: ArrayLike<number>): number {
  requirePairs(a, b);
  const [x, y] = [ranks(a), ranks(b)];
  const middle = (a.length + 1) / 2;
  let [xy, xx, yy] = [0, 0, 0];
  for (const [i, rank] of x.entries()) {
    const [dx, dy] = [rank - middle, y[i]! - middle];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xy / Math.sqrt(xx * yy);
}

/** Kendall's τ-b, and what it is with each item left out in turn. */
export interface LeftOut {
  readonly tau: number;
  /** [items] */
  readonly without: Float64Array<ArrayBuffer>;
}

/**
 * Kendall's τ-b: pairs in the same order less pairs in opposite orders, over the geometric mean of
 * the pairs that do not tie on either side (Kendall 1945, Biometrika 33), in [−1, 1]; NaN below two
 * pairs, or where one side has only one value. With it its values without each item, for the jackknife:
 * each follows from what the item's own pairs add, so that all take n²/2 steps together.
 * @throws RangeError if the lists are not of equal length
 */
export function kendallLeftOut(a: ArrayLike<number>, b: ArrayLike<number>): LeftOut {
  requirePairs(a, b);
  const n = a.length;
  const [agreement, untiedA, untiedB] = [0, 1, 2].map(() => new Float64Array(n)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const [x, y] = [Math.sign(a[i]! - a[j]!), Math.sign(b[i]! - b[j]!)];
      agreement[i]! += x * y;
      agreement[j]! += x * y;
      untiedA[i]! += x * x;
      untiedA[j]! += x * x;
      untiedB[i]! += y * y;
      untiedB[j]! += y * y;
    }
  }
  // Every pair was counted for both of its items.
  const [s, u, v] = [sum(agreement) / 2, sum(untiedA) / 2, sum(untiedB) / 2];
  return {
    tau: s / Math.sqrt(u * v),
    without: Float64Array.from(
      agreement,
      (own, i) => (s - own) / Math.sqrt((u - untiedA[i]!) * (v - untiedB[i]!)),
    ),
  };
}

function requirePairs(a: ArrayLike<number>, b: ArrayLike<number>): void {
  if (a.length !== b.length) throw new RangeError(`${a.length} values against ${b.length}`);
}

/** From 1. */
function ranks(values: ArrayLike<number>): number[] {
  const order = Array.from(values, (_, i) => i).sort((i, j) => ascending(values[i], values[j]));
  const found = new Array<number>(values.length);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let at = from; at < to; at++) found[order[at]!] = (from + 1 + to) / 2;
    from = to;
  }
  return found;
}
