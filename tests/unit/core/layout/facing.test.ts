import { describe, expect, it } from 'vitest';
import { faceAsBefore } from '../../../../src/core/layout/facing.ts';

describe('faceAsBefore', () => {
  it('turns each axis by itself', () => {
    const before = Float32Array.of(1, 1, -1, -1);
    const positions = Float32Array.of(-0.9, 1.1, 0.9, -1.1);
    faceAsBefore(positions, before);
    expect([...positions]).toEqual([...Float32Array.of(0.9, 1.1, -0.9, -1.1)]);
  });

  it('goes by the rows that were there before', () => {
    const positions = Float32Array.of(9, 9, -1, -1);
    faceAsBefore(positions, Float32Array.of(NaN, NaN, 1, 1));
    expect([...positions]).toEqual([-9, -9, 1, 1]);
  });

  it('leaves a picture of only new rows alone', () => {
    const positions = Float32Array.of(-3, 2);
    faceAsBefore(positions, Float32Array.of(NaN, NaN));
    expect([...positions]).toEqual([-3, 2]);
  });
});
