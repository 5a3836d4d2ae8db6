import { area, curveMonotoneX, max, min, quantile, scaleLinear, type ScaleLinear } from 'd3';
import type { NullDistribution, Ranking } from '../../core/relate/types.ts';

/** Bins under the smoothed outline: finer than a pixel of the widest strip would be wasted. */
const BINS = 120;
/** Share of the range left free at each end: room for the density's tails. */
const MARGIN = 0.1;

export interface StripSize {
  readonly width: number;
  readonly height: number;
}

/** Range of cosines that all strips of one list share, so that their marks can be compared. */
export function stripDomain({ relations, nulls }: Ranking): readonly [number, number] {
  const values = relations.map(({ relatedness }) => relatedness);
  const lows = nulls.map(({ distribution: { scores } }) => scores[0] ?? NaN);
  const highs = nulls.map(({ distribution: { scores } }) => scores.at(-1) ?? NaN);
  const low = min([...lows, min(values) ?? NaN]) ?? 0;
  const high = max([...highs, max(values) ?? NaN]) ?? 1;
  const margin = Math.max((high - low) * MARGIN, 1e-6);
  return [low - margin, high + margin];
}

/** Cosine → pixels from the strip's left edge. */
export function stripScale(
  domain: readonly [number, number],
  width: number,
): ScaleLinear<number, number> {
  return scaleLinear([...domain], [0, width]);
}

/** Outline of the null's density, its peak as high as the strip; empty without scores. */
export function densityPath(
  { scores }: NullDistribution,
  domain: readonly [number, number],
  { width, height }: StripSize,
): string {
  if (scores.length === 0) return '';
  const density = smoothed(scores, domain);
  const peak = max(density) ?? 1;
  const outline = area<number>(
    (_, bin) => ((bin + 0.5) / BINS) * width,
    height,
    (value) => height - (value / peak) * height,
  ).curve(curveMonotoneX);
  return outline(density) ?? '';
}

/**
 * Where on the cosine axis the interval of a percentile lies: the null's quantiles at its ends,
 * stretched to the value where that lies beyond them.
 */
export function intervalOnAxis(
  { scores }: NullDistribution,
  interval: readonly [number, number],
  value: number,
): readonly [number, number] {
  const [low, high] = interval.map((p) => quantile(scores, p) ?? value) as [number, number];
  return [Math.min(low, value), Math.max(high, value)];
}

/** Gaussian kernel over binned scores, Silverman's bandwidth (1986, eq. 3.31). */
function smoothed(scores: Float32Array, [low, high]: readonly [number, number]): number[] {
  const binWidth = (high - low) / BINS;
  const counts = new Float64Array(BINS);
  for (const score of scores) {
    const bin = Math.floor((score - low) / binWidth);
    counts[Math.min(BINS - 1, Math.max(0, bin))]!++;
  }
  const sigma = Math.max(bandwidth(scores) / binWidth, 0.75);
  const reach = Math.ceil(3 * sigma);
  const kernel = Array.from({ length: reach + 1 }, (_, d) => Math.exp(-0.5 * (d / sigma) ** 2));
  return Array.from(counts, (_, bin) => {
    let sum = 0;
    for (let at = Math.max(0, bin - reach); at <= Math.min(BINS - 1, bin + reach); at++) {
      sum += counts[at]! * kernel[Math.abs(at - bin)]!;
    }
    return sum;
  });
}

function bandwidth(scores: Float32Array): number {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length;
  const quartile = (p: number): number => quantile(scores, p) ?? mean;
  const spread = (quartile(0.75) - quartile(0.25)) / 1.34;
  return 0.9 * Math.min(Math.sqrt(variance), spread || Infinity) * scores.length ** -0.2;
}
