import { describe, expect, it } from 'vitest';
import { pca, project } from '../../../../src/core/layout/pca.ts';
import { readFixture } from '../../../fixtures/read.ts';
import { randomRows } from '../space/rows.ts';

interface Case {
  name: string;
  rows: number[][];
  components: number;
  positions: number[][];
  explained: number[];
}

function matrixOf(rows: readonly (readonly number[])[]) {
  const dims = rows[0]?.length ?? 3;
  return { rows: rows.length, dims, data: Float32Array.from(rows.flat()) };
}

describe('PCA', () => {
  it.each(readFixture<Case[]>('layout/pca.json'))(
    'of $name is scikit-learn’s up to sign',
    ({ rows, components, positions, explained }) => {
      const found = pca(matrixOf(rows), components);
      explained.forEach((share, c) => {
        expect(found.explained[c]).toBeCloseTo(share, 9);
        const extent = Math.max(...positions.map((point) => Math.abs(point[c]!)));
        const sign = Math.sign(found.positions[c]! * positions[0]![c]!);
        positions.forEach((point, r) => {
          const error = found.positions[r * components + c]! - sign * point[c]!;
          expect(Math.abs(error)).toBeLessThan(1e-6 * extent);
        });
      });
    },
  );

  it('of many rows is scikit-learn’s to four digits', () => {
    const { rows, components, positions, explained } = readFixture<Case>('layout/pca-large.json');
    const found = pca(matrixOf(rows), components, 0);
    explained.forEach((share, c) => {
      expect(found.explained[c]).toBeCloseTo(share, 6);
      const extent = Math.max(...positions.map((point) => Math.abs(point[c]!)));
      const sign = Math.sign(found.positions[c]! * positions[0]![c]!);
      positions.forEach((point, r) => {
        const error = found.positions[r * components + c]! - sign * point[c]!;
        expect(Math.abs(error)).toBeLessThan(1e-4 * extent);
      });
    });
  });

  it.each([0, 1, 2, 3])('of %i rows is the same either way', (rows) => {
    const matrix = randomRows(rows, 5, 2);
    const [exact, random] = [pca(matrix, 2), pca(matrix, 2, 0)];
    exact.explained.forEach((share, c) => expect(random.explained[c]).toBeCloseTo(share, 5));
    exact.positions.forEach((value, i) => expect(random.positions[i]).toBeCloseTo(value, 4));
  });

  it('places other rows on its axes', () => {
    const { axes, positions } = pca(randomRows(30, 5, 2), 2);
    expect(project(randomRows(30, 5, 2), axes, 2).positions).toEqual(positions);
    const mean = Float32Array.from(axes.mean);
    const [x, y] = project({ rows: 1, dims: 5, data: mean }, axes, 2).positions;
    expect(x).toBeCloseTo(0, 6);
    expect(y).toBeCloseTo(0, 6);
  });

  it('has the largest loading positive whichever way the data point', () => {
    const rows = [
      [0, 0],
      [3, 1],
      [6, 2],
      [-3, -1.1],
    ];
    const mirrored = rows.map((values) => values.map((value) => -value));
    expect(pca(matrixOf(rows), 1).positions[2]).toBeGreaterThan(0);
    expect(pca(matrixOf(mirrored), 1).positions[2]).toBeLessThan(0);
  });

  it('agrees with itself through the covariance and through the Gram matrix', () => {
    const { data } = randomRows(12, 12, 4);
    const wide = pca({ rows: 11, dims: 12, data: data.slice(0, 132) }, 2);
    const padded = new Float32Array(13 * 12);
    padded.set(data.subarray(0, 132));
    const mean = data.subarray(0, 132).reduce((sums, value, i) => {
      sums[i % 12]! += value / 11;
      return sums;
    }, new Float64Array(12));
    padded.set(mean, 132);
    padded.set(mean, 144);
    // Two more rows at the mean change neither directions nor positions.
    const tall = pca({ rows: 13, dims: 12, data: padded }, 2);
    wide.positions.forEach((value, i) => expect(tall.positions[i]).toBeCloseTo(value, 5));
  });

  it.each([
    ['no rows', []],
    ['one row', [[1, 2, 3]]],
    ['the same row again and again', Array.from({ length: 7 }, () => [0.1, 0.2, 0.3])],
    [
      'only zeros',
      [
        [0, 0, 0],
        [0, 0, 0],
      ],
    ],
  ])('of %s is all zeros', (_, rows) => {
    const { positions, explained } = pca(matrixOf(rows), 2);
    expect(positions).toEqual(new Float32Array(rows.length * 2));
    expect(explained).toEqual([0, 0]);
  });

  it('leaves axes that the rows do not have at zero', () => {
    const { positions, explained } = pca(
      matrixOf([
        [1, 1, 0],
        [2, 2, 0],
        [4, 4, 0],
      ]),
      2,
    );
    expect(explained[0]).toBeCloseTo(1, 12);
    expect(explained[1]).toBe(0);
    expect([positions[1], positions[3], positions[5]]).toEqual([0, 0, 0]);
    expect(pca({ rows: 2, dims: 1, data: Float32Array.of(1, 2) }, 2).explained).toEqual([1, 0]);
  });
});
