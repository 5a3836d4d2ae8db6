import { describe, expect, it } from 'vitest';
import { alignTo, procrustes } from '../../../../src/core/layout/procrustes.ts';
import { readFixture } from '../../../fixtures/read.ts';

interface Case {
  name: string;
  first: number[][];
  second: number[][];
  aligned: number[][];
  disparity: number;
}

const flat = (points: readonly (readonly number[])[]) => Float32Array.from(points.flat());

describe('Procrustes analysis', () => {
  it.each(readFixture<Case[]>('layout/procrustes.json'))(
    'of a picture that is $name is SciPy’s',
    ({ first, second, aligned, disparity }) => {
      expect(procrustes(flat(first), flat(second))!.disparity).toBeCloseTo(disparity, 6);
      const moved = flat(first);
      alignTo(moved, flat(second));
      aligned.flat().forEach((value, i) => expect(moved[i]).toBeCloseTo(value, 4));
    },
  );

  it('goes by the points that both have', () => {
    const moved = Float32Array.of(0, 0, 1, 0, 5, 5);
    alignTo(moved, Float32Array.of(2, 2, 2, 3, NaN, NaN));
    expect([...moved.slice(0, 4)].map((value) => Math.round(value * 1e5) / 1e5)).toEqual([
      2, 2, 2, 3,
    ]);
    expect(Math.hypot(moved[4]! - 2, moved[5]! - 2)).toBeCloseTo(Math.hypot(5, 5), 4);
  });

  it('is defined for points without an extent, and for none in common', () => {
    expect(procrustes(Float32Array.of(1, 1, 1, 1), Float32Array.of(0, 0, 1, 1))).toMatchObject({
      turn: [1, 0, 0, 1],
      disparity: 0,
    });
    expect(procrustes(Float32Array.of(1, 1), Float32Array.of(NaN, NaN))).toBeNull();
    const alone = Float32Array.of(3, 4);
    alignTo(alone, Float32Array.of(1, 1));
    expect([...alone]).toEqual([1, 1]);
  });
});
