import { describe, expect, it } from 'vitest';
import { symmetricEigen } from '../../../../src/core/space/eigen.ts';
import { dot } from '../../../../src/core/space/matrix.ts';
import { readFixture } from '../../../fixtures/read.ts';

interface Case {
  readonly name: string;
  readonly matrix: readonly number[][];
  /** numpy.linalg.eigvalsh */
  readonly values: readonly number[];
}

describe('the eigenvalues of', () => {
  it.each(readFixture<Case[]>('space/eigen.json'))(
    '$name are NumPy’s, with vectors that they stretch',
    ({ matrix, values }) => {
      const n = matrix.length;
      const found = symmetricEigen(matrix.flat(), n);
      const size = Math.max(...values.map(Math.abs));
      values.forEach((value, i) => {
        expect(Math.abs(found.values[i]! - value)).toBeLessThan(1e-13 * n * size);
        const vector = found.vectors[i]!;
        matrix.forEach((row, r) => {
          const stretched = dot(Float64Array.from(row), vector);
          expect(Math.abs(stretched - value * vector[r]!)).toBeLessThan(1e-13 * n * size);
        });
        found.vectors.forEach((other, j) => {
          expect(dot(vector, other)).toBeCloseTo(i === j ? 1 : 0, 13);
        });
      });
    },
  );

  it('nothing, of one number and of zeros are defined', () => {
    expect(symmetricEigen([], 0)).toEqual({ values: new Float64Array(), vectors: [] });
    expect(symmetricEigen([-2], 1)).toEqual({
      values: Float64Array.of(-2),
      vectors: [Float64Array.of(1)],
    });
    expect([...symmetricEigen(new Float64Array(9), 3).values]).toEqual([0, 0, 0]);
  });

  it('a matrix leave it as it was, and read its lower triangle alone', () => {
    const matrix = [2, 99, 1, 3];
    const { values } = symmetricEigen(matrix, 2);
    expect(matrix).toEqual([2, 99, 1, 3]);
    expect([...values]).toEqual([...symmetricEigen([2, 1, 1, 3], 2).values]);
  });
});
