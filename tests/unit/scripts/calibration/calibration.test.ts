import { describe, expect, it } from 'vitest';
import {
  bounds,
  calibrate,
  isCalibrated,
  type NullTest,
} from '../../../../scripts/calibration/calibration.ts';
import { contrastOnNoise, DESIGN_NAMES } from '../../../../scripts/calibration/contrast.ts';
import { labelsOnNoise } from '../../../../scripts/calibration/label-permutation.ts';
import { percentileOnNoise, surplusOnNoise } from '../../../../scripts/calibration/reference.ts';
import { signFlipOnNoise } from '../../../../scripts/calibration/sign-flip.ts';

/** A test whose p is uniform times `factor`. */
function biased(factor: number): NullTest {
  const run = (random: () => number) => ({ p: factor * random(), randomised: factor * random() });
  return { name: 'biased', run };
}

describe('calibration', () => {
  it('takes the binomial bounds that SciPy gives', () => {
    expect(bounds(10_000)).toEqual({ at05: 583, at01: 139, randomised05: 421 });
    expect(bounds(1_000)).toEqual({ at05: 77, at01: 24, randomised05: 26 });
  });

  it('accepts a uniform p, and none that is too small or too large', () => {
    expect(isCalibrated(calibrate(biased(1), 10_000, 1))).toBe(true);
    expect(isCalibrated(calibrate(biased(0.8), 10_000, 1))).toBe(false);
    expect(isCalibrated(calibrate(biased(1.25), 10_000, 1))).toBe(false);
  });
});

describe('on data without an effect', () => {
  it.each([
    signFlipOnNoise(3, 2, false),
    signFlipOnNoise(3, 2, true),
    signFlipOnNoise(5, 3, false),
    labelsOnNoise(3, 99),
    ...DESIGN_NAMES.map(contrastOnNoise),
    percentileOnNoise,
    surplusOnNoise,
  ])('$name reject no more often than they may', (test) => {
    const found = calibrate(test, 1_000, 2);
    expect(isCalibrated(found), JSON.stringify(found)).toBe(true);
  });
});
