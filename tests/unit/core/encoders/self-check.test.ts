import { describe, expect, it } from 'vitest';
import {
  CHECK_TEXTS,
  implausible,
  leastCosine,
  requiredCosine,
} from '../../../../src/core/encoders/self-check.ts';

const rows = (...values: number[]) => Float32Array.from(values);

describe('leastCosine', () => {
  it('is the cosine of the two rows that agree least', () => {
    expect(leastCosine(rows(1, 0, 3, 4), rows(2, 0, 4, 3), 2)).toBeCloseTo(24 / 25, 6);
    expect(leastCosine(rows(1, 0), rows(-5, 0), 2)).toBe(-1);
    expect(leastCosine(rows(), rows(), 2)).toBe(1);
  });

  it('lets rows of zeros agree with each other only', () => {
    expect(leastCosine(rows(0, 0), rows(0, 0), 2)).toBe(1);
    expect(leastCosine(rows(0, 0, 1, 0), rows(1, 0, 1, 0), 2)).toBe(0);
  });

  it('never lets what is not finite, or of another size, agree', () => {
    expect(leastCosine(rows(NaN, 1), rows(1, 1), 2)).toBe(-1);
    expect(leastCosine(rows(Infinity, 1), rows(1, 1), 2)).toBe(-1);
    expect(leastCosine(rows(1, 1), rows(1, 1, 1, 1), 2)).toBe(-1);
  });
});

it('asks less of 8-bit weights', () => {
  const asked = (['float32', 'float16', 'q8', 'int8'] as const).map(requiredCosine);
  expect(asked).toEqual([0.999, 0.999, 0.98, 0.98]);
});

describe('implausible', () => {
  it('has nothing against different unit vectors and rows of zeros', () => {
    expect(implausible(rows(1, 0, 0, 0, 0, 1, 0, 0), 2)).toBeNull();
    expect(implausible(rows(), 2)).toBeNull();
  });

  it.each([
    ['of unit length', rows(1, 0, 2, 0)],
    ['of unit length', rows(NaN, 0)],
    ['the same vector', rows(1, 0, 0, 1, 1, 0)],
  ])('notices vectors that are not %s', (said, vectors) => {
    expect(implausible(vectors, 2)).toContain(said);
  });
});

it('tries an encoder on texts of different lengths', () => {
  const lengths = CHECK_TEXTS.map((text) => text.length);
  expect(new Set(lengths).size).toBe(CHECK_TEXTS.length);
  expect(Math.max(...lengths) / Math.min(...lengths)).toBeGreaterThan(15);
});
