import { randomLcg, randomNormal } from 'd3';
import { describe, expect, it } from 'vitest';
import { resample, type Resamples } from '../../../../src/core/relate/bootstrap.ts';
import { Null, percentileOf, resolution } from '../../../../src/core/relate/null.ts';
import { readFixture } from '../../../fixtures/read.ts';

interface Fixture {
  scores: number[];
  queries: number[];
  percentiles: number[];
}

const { scores, queries, percentiles } = readFixture<Fixture>('relate/percentile.json');
/** 20 documents with three windows each. */
const owners = scores.map((_, i) => i % 20);

/** Percentile of `score` in each resample by listing its windows, then the order statistics. */
function naiveInterval({ documents, replicates, draws }: Resamples, score: number) {
  const found: number[] = [];
  for (let b = 0; b < replicates; b++) {
    const drawn = scores.flatMap((value, i) =>
      new Array<number>(draws[owners[i]! * replicates + b]!).fill(value),
    );
    const below = drawn.filter((value) => value < score).length;
    const equal = drawn.filter((value) => value === score).length;
    found.push((below + equal / 2) / drawn.length);
  }
  found.sort((a, b) => a - b);
  const { lowest, highest } = resolution(documents);
  return [Math.min(found[24]!, lowest), Math.max(found[974]!, highest)];
}

describe('percentiles', () => {
  it('are SciPy’s, ties counted half', () => {
    const ascending = Float32Array.from(scores).sort();
    queries.forEach((query, i) =>
      expect(percentileOf(ascending, query)).toBeCloseTo(percentiles[i]!, 12),
    );
  });

  it('do not depend on the order of the windows', () => {
    const resamples = resample(20, 99, 1);
    const forward = new Null(scores, owners, resamples);
    const backward = new Null(scores.toReversed(), owners.toReversed(), resamples);
    expect(backward.distribution).toEqual(forward.distribution);
    expect(backward.interval(0.3)).toEqual(forward.interval(0.3));
  });
});

describe('the interval of a percentile', () => {
  it('is that of a bootstrap of documents done by hand', () => {
    const resamples = resample(20, 999, 7);
    const background = new Null(scores, owners, resamples);
    for (const query of queries) {
      const [low, high] = naiveInterval(resamples, query);
      expect(background.interval(query)[0]).toBeCloseTo(low!, 12);
      expect(background.interval(query)[1]).toBeCloseTo(high!, 12);
    }
  });

  it('is the binomial one where every document has one window', () => {
    const ranks = Array.from({ length: 200 }, (_, i) => i);
    const background = new Null(ranks, ranks, resample(200, 999, 3));
    const [low, high] = background.interval(59.5);
    // scipy.stats.binom(200, .3).ppf([.025, .975]) = [48, 73]
    expect(Math.abs(low * 200 - 48)).toBeLessThanOrEqual(1);
    expect(Math.abs(high * 200 - 73)).toBeLessThanOrEqual(1);
  });

  it('claims no more than its documents can tell, beyond the last score', () => {
    const background = new Null(scores, owners, resample(20, 999, 7));
    expect(background.percentile(9)).toBe(1);
    expect(background.interval(9)).toEqual([0.025 ** (1 / 20), 1]);
    expect(background.interval(-9)).toEqual([0, 1 - 0.025 ** (1 / 20)]);
  });

  it('covers the true percentile in about 95 of 100 samples, though windows correlate', () => {
    const resamples = resample(100, 999, 1);
    const normal = randomNormal.source(randomLcg(99))();
    const windows = Array.from({ length: 300 }, (_, i) => i % 100);
    let covered = 0;
    for (let sample = 0; sample < 300; sample++) {
      const level = Array.from({ length: 100 }, () => normal());
      const drawn = windows.map((d) => Math.SQRT1_2 * (level[d]! + normal()));
      const [low, high] = new Null(drawn, windows, resamples).interval(1);
      if (low <= 0.8413447 && 0.8413447 <= high) covered++;
    }
    // 285 expected; 3.3 standard deviations either way, less 1.5 % for a bootstrap at n = 100.
    expect(covered).toBeGreaterThanOrEqual(268);
    expect(covered).toBeLessThanOrEqual(297);
  });

  it('is the same for the same seed', () => {
    expect(resample(20, 99, 5)).toEqual(resample(20, 99, 5));
    expect(resample(20, 99, 5)).not.toEqual(resample(20, 99, 6));
  });
});
