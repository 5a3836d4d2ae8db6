import { describe, expect, it } from 'vitest';
import type { Ranking } from '../../../../src/core/relate/types.ts';
import {
  densityPath,
  intervalOnAxis,
  stripDomain,
  stripScale,
} from '../../../../src/ui/relation/null-strip.ts';

const distribution = (
  scores: number[],
): { scores: Float32Array<ArrayBuffer>; documents: number } => ({
  scores: Float32Array.from(scores.toSorted((a, b) => a - b)),
  documents: 40,
});
const normal = distribution(
  Array.from(
    { length: 400 },
    (_, i) => 0.2 + 0.05 * Math.sqrt(2) * inverseErf((2 * i + 1) / 400 - 1),
  ),
);

/** Winitzki's approximation, good to a few thousandths. */
function inverseErf(x: number): number {
  const log = Math.log(1 - x * x);
  const term = 2 / (Math.PI * 0.147) + log / 2;
  return Math.sign(x) * Math.sqrt(Math.sqrt(term ** 2 - log / 0.147) - term);
}

const ranking = (relatedness: number): Ranking => ({
  relations: [
    {
      document: 'd',
      scenario: 's',
      relatedness,
      percentile: 1,
      interval: [0.9, 1],
      windowSize: 3,
      tfidf: 0,
      overlap: 0.2,
      bm25: 0,
      corpusPercentile: null,
      surplus: null,
      surplusInterval: null,
      littleWording: null,
      leakage: null,
      csls: null,
      lists: null,
    },
  ],
  nulls: [
    {
      scenario: 's',
      windowSize: 3,
      distribution: normal,
      overlap: normal.scores,
      wordingExplains: 0,
    },
  ],
  passing: { observed: 1, expected: 0.05 },
  surplusPassing: { observed: 0, expected: 0.05 },
  littleWordingPassing: { observed: 0, expected: 0 },
  hubs: null,
});

describe('the strip', () => {
  it('shares one scale that holds every value and every neutral score', () => {
    const domain = stripDomain(ranking(0.6));
    const scale = stripScale(domain, 168);
    expect(scale(0.6)).toBeLessThan(168);
    expect(scale(0.6)).toBeGreaterThan(150);
    expect(scale(normal.scores[0]!)).toBeGreaterThan(0);
  });

  it('has a scale even where all values are one', () => {
    const [low, high] = stripDomain({ ...ranking(0.3), nulls: [] });
    expect(high).toBeGreaterThan(low);
  });

  it('draws the density with its peak at the top, where the scores are densest', () => {
    const path = densityPath(normal, [0, 0.4], { width: 200, height: 20 });
    const points = [...path.matchAll(/([\d.]+),([\d.]+)(?=[CLZ]|$)/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    const [x, y] = points.reduce((top, point) => (point[1]! < top[1]! ? point : top));
    expect(y).toBeCloseTo(0, 1);
    expect(x).toBeGreaterThan(90);
    expect(x).toBeLessThan(110);
  });

  it('draws nothing without scores', () => {
    expect(densityPath(distribution([]), [0, 1], { width: 9, height: 9 })).toBe('');
  });

  it('places the interval at the quantiles of its ends', () => {
    const even = distribution(Array.from({ length: 101 }, (_, i) => i / 100));
    const [low, high] = intervalOnAxis(even, [0.2, 0.6], 0.5);
    expect(low).toBeCloseTo(0.2, 6);
    expect(high).toBeCloseTo(0.6, 6);
  });

  it('stretches the interval to a value beyond every neutral text', () => {
    const even = distribution(Array.from({ length: 101 }, (_, i) => i / 200));
    const [low, high] = intervalOnAxis(even, [0.9, 1], 0.8);
    expect(low).toBeCloseTo(0.45, 6);
    expect(high).toBe(0.8);
  });
});
