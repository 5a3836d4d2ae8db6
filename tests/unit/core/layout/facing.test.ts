import { describe, expect, it } from 'vitest';
import { faceAsBefore } from '../../../../src/core/layout/facing.ts';

const axes = {
  mean: new Float64Array(2),
  loadings: [Float64Array.of(1, 0), Float64Array.of(0, 1)],
};

describe('faceAsBefore', () => {
  it('turns each axis by itself, and says which', () => {
    const before = Float32Array.of(1, 1, -1, -1);
    const positions = Float32Array.of(-0.9, 1.1, 0.9, -1.1);
    const { loadings } = faceAsBefore(positions, axes, before);
    expect([...positions]).toEqual([...Float32Array.of(0.9, 1.1, -0.9, -1.1)]);
    expect(loadings.map((each) => each[0]! + each[1]!)).toEqual([-1, 1]);
  });

  it('goes by the rows that were there before', () => {
    const positions = Float32Array.of(9, 9, -1, -1);
    faceAsBefore(positions, axes, Float32Array.of(NaN, NaN, 1, 1));
    expect([...positions]).toEqual([-9, -9, 1, 1]);
  });

  it('leaves a picture of only new rows alone', () => {
    const positions = Float32Array.of(-3, 2);
    faceAsBefore(positions, axes, Float32Array.of(NaN, NaN));
    expect([...positions]).toEqual([-3, 2]);
  });
});
