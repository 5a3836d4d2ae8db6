import { mean } from 'd3';

/** A number with its 95 % interval; null where nothing says how far off it may be. */
export interface Estimate {
  readonly value: number;
  readonly interval: readonly [number, number] | null;
}

/** The 97.5th percentile of the standard normal distribution. */
const Z = 1.959963984540054;

/**
 * An estimate with the interval of ± 1.96 standard errors by the jackknife, SE² = (n − 1)/n Σ (θ₍ᵢ₎ − θ̄)²
 * (Efron & Tibshirani 1993, An Introduction to the Bootstrap, §11.2), cut off at the range of what is
 * estimated. No interval where a value is NaN or fewer than three are left out in turn.
 *
 * @param without the estimate with each unit left out in turn, [n]
 * @param range least and largest value that the estimate can have
 */
export function jackknife(
  value: number,
  without: ArrayLike<number>,
  [least, largest]: readonly [number, number],
): Estimate {
  const values = Array.from(without);
  const n = values.length;
  if (n < 3 || Number.isNaN(value) || values.some(Number.isNaN)) return { value, interval: null };
  const centre = mean(values)!;
  const sum = values.reduce((total, each) => total + (each - centre) ** 2, 0);
  const error = Z * Math.sqrt((sum * (n - 1)) / n);
  return { value, interval: [Math.max(least, value - error), Math.min(largest, value + error)] };
}
