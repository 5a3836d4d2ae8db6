import { describe, expect, it } from 'vitest';
import { regress, residual } from '../../../../src/core/relate/regression.ts';
import { readFixture } from '../../../fixtures/read.ts';

interface Fixture {
  x: number[];
  y: number[];
  slope: number;
  intercept: number;
  r2: number;
  residuals: number[];
}

const { x, y, slope, intercept, r2, residuals } = readFixture<Fixture>('relate/regression.json');

describe('a regression', () => {
  it('is SciPy’s, with its residuals', () => {
    const fit = regress(x, y);
    expect(fit.slope).toBeCloseTo(slope, 12);
    expect(fit.intercept).toBeCloseTo(intercept, 12);
    expect(fit.r2).toBeCloseTo(r2, 12);
    residuals.forEach((value, i) => expect(residual(fit, x[i]!, y[i]!)).toBeCloseTo(value, 12));
  });

  it('is level where there is nothing to explain by', () => {
    expect(regress([], [])).toEqual({ slope: 0, intercept: 0, r2: 0 });
    expect(regress([0.3], [2])).toEqual({ slope: 0, intercept: 2, r2: 0 });
    expect(regress([0, 0, 0], [1, 2, 3])).toEqual({ slope: 0, intercept: 2, r2: 0 });
    expect(regress([1, 2, 3], [4, 4, 4])).toEqual({ slope: 0, intercept: 4, r2: 0 });
    expect(regress([1, 2], [1, 3])).toEqual({ slope: 2, intercept: -1, r2: 1 });
  });
});
