import { sum } from 'd3';

/** What relabelling says of an effect. */
export interface Conclusion {
  /** 95 % by inverting the test; −Infinity and Infinity where there are too few arrangements. */
  readonly interval: readonly [number, number];
  /** One-sided: share of arrangements with at least this effect, in (0, 1]. */
  readonly p: number;
  /** Share with exactly this effect, in (0, p]: p − u · ties with u uniform in [0, 1] is uniform. */
  readonly ties: number;
}

/** Statistics of the arrangements that were looked at. */
export interface Relabelled {
  /** [arrangements] */
  readonly sums: Float64Array;
  /** [arrangements], ≥ 0: by how much the sum falls behind per unit of a true effect. */
  readonly moved: Float64Array;
  /** Whether these are all arrangements there are, the one found among them. */
  readonly exact: boolean;
}

/** An end of the interval leaves one arrangement in so many beyond it. */
const ONE_IN = 40;

/**
 * p and interval of an observed sum, one-sided towards large sums. All arrangements give p as their
 * share, B random ones p = (1 + #{T* ≥ T}) / (1 + B) (docs/methods.md §5).
 *
 * The interval is all effects δ that the test, two-sided at .05, does not reject when δ is taken off
 * the labelled units. It rejects δ or not according to whether (T − T*) / moved is below δ, so that
 * order statistics of these are the ends (Garthwaite 1996, Biometrics 52, for two samples).
 *
 * @param slack sums that differ by no more are equal
 */
export function conclude(
  observed: number,
  { sums, moved, exact }: Relabelled,
  slack: number,
): Conclusion {
  // Of random arrangements none need be the one found, which is counted with them.
  const given = exact ? 0 : 1;
  const total = sums.length + given;
  const reached = given + sum(sums, (s) => Number(s >= observed - slack));
  const equal = given + sum(sums, (s) => Number(Math.abs(s - observed) <= slack));
  return {
    interval: invert(observed, sums, moved, total),
    p: reached / total,
    ties: equal / total,
  };
}

/** Between which δ more than 2.5 % of the arrangements lie on either side. */
function invert(
  observed: number,
  sums: Float64Array,
  moved: Float64Array,
  total: number,
): [number, number] {
  const effects = sums.map((s, b) => (observed - s) / moved[b]!).filter((_, b) => moved[b]! > 0);
  effects.sort();
  const unmoved = total - effects.length;
  const skipped = Math.floor(total / ONE_IN) - unmoved;
  if (skipped < 0) return [-Infinity, Infinity];
  return [effects[skipped]!, effects[effects.length - 1 - skipped]!];
}
