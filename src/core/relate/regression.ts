import { mean } from 'd3';

/** A straight line through points. */
export interface Fit {
  readonly slope: number;
  readonly intercept: number;
  /** Share of the variance of y that x explains, in [0, 1]; 0 where either does not vary. */
  readonly r2: number;
}

/** Least squares of y on x; level through the mean where x does not vary, or of no points. */
export function regress(x: readonly number[], y: readonly number[]): Fit {
  const [meanX, meanY] = [mean(x) ?? 0, mean(y) ?? 0];
  let xx = 0;
  let xy = 0;
  let yy = 0;
  x.forEach((value, i) => {
    const [dx, dy] = [value - meanX, y[i]! - meanY];
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  });
  const slope = xx > 0 ? xy / xx : 0;
  const r2 = xx > 0 && yy > 0 ? Math.min(1, xy ** 2 / (xx * yy)) : 0;
  return { slope, intercept: meanY - slope * meanX, r2 };
}

/** How far a point lies above the line. */
export function residual({ slope, intercept }: Fit, x: number, y: number): number {
  return y - (intercept + slope * x);
}
