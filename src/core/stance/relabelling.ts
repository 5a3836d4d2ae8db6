/** What relabelling gave: how often chance does as well as the poles as they are. */
export interface Relabelling {
  /** The statistic with the poles as they are. */
  readonly statistic: number;
  /** Relabellings with a larger statistic. */
  readonly above: number;
  /** Relabellings with the same one, to rounding; among all arrangements the given one is in it. */
  readonly equal: number;
  /** Relabellings gone through. */
  readonly draws: number;
  /** Whether these are all there are. */
  readonly exact: boolean;
}

/**
 * p of a relabelling test: the share of all arrangements, or (1 + #{T* ≥ T}) / (1 + B) of B drawn ones
 * (docs/methods.md §5). Never 0.
 */
export function pValue({ above, equal, draws, exact }: Relabelling): number {
  return exact ? (above + equal) / draws : (1 + above + equal) / (1 + draws);
}

/**
 * The same with ties broken by `u`, uniform in [0, 1): exactly uniform if the null holds, which
 * calibration needs where few values are possible. Not for reporting.
 */
export function randomisedP({ above, equal, draws, exact }: Relabelling, u: number): number {
  const ties = exact ? equal : equal + 1;
  return (above + u * ties) / (exact ? draws : draws + 1);
}

/**
 * Compares relabelled statistics with the given one. Equal is what differs by no more than rounding.
 *
 * @param relabelled the statistics, [draws]
 * @param scale a size that the statistic may have; differences below 1e-12 of it are rounding
 */
export function tally(
  statistic: number,
  relabelled: Iterable<number>,
  scale: number,
  exact: boolean,
): Relabelling {
  const rounding = scale * 1e-12;
  let [above, equal, draws] = [0, 0, 0];
  for (const value of relabelled) {
    draws++;
    if (value > statistic + rounding) above++;
    else if (value >= statistic - rounding) equal++;
  }
  return { statistic, above, equal, draws, exact };
}
