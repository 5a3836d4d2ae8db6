import { describe, expect, it } from 'vitest';
import { layOut } from '../../../../../src/core/layout/layout.ts';
import { MappedSpace } from '../../../../../src/core/layout/mapped-space.ts';
import type { Matrix } from '../../../../../src/core/space/types.ts';
import { randomRows, unitMatrix } from '../../space/rows.ts';
import { clusters, hit, spread } from '../clusters.ts';

const umap = async (matrix: Matrix, seed = 1) => {
  const space = new MappedSpace(matrix, 1);
  return (await layOut(space, { method: 'umap', seed, before: null })).positions;
};

describe('UMAP', () => {
  it.each([0, 1, 2, 3, 4, 5, 14, 15, 16, 40])('lays out %i rows', async (rows) => {
    const positions = await umap(randomRows(rows, 6, 1));
    expect(positions).toHaveLength(rows * 2);
    expect(positions.every(Number.isFinite)).toBe(true);
    if (rows > 1) expect(spread(positions)).toBeGreaterThan(0.5);
  });

  it.each([2, 5, 15, 40])('spreads %i identical rows', async (rows) => {
    const positions = await umap(unitMatrix(Array.from({ length: rows }, () => [1, 2, 3])));
    expect(positions.every(Number.isFinite)).toBe(true);
    expect(spread(positions)).toBeGreaterThan(0.5);
    const places = Array.from({ length: rows }, (_, i) => positions.slice(i * 2, i * 2 + 2).join());
    expect(new Set(places).size).toBe(rows);
  });

  it('keeps planted clusters together', async () => {
    const positions = await umap(clusters(30), 3);
    expect(hit(positions, (point) => Math.floor(point / 30))).toBe(1);
  });

  it('lays out clusters that no neighbour joins', async () => {
    const apart = unitMatrix(
      Array.from({ length: 60 }, (_, r) => [r < 30 ? 1 : 0, r < 30 ? 0 : 1, (r % 30) * 1e-3]),
    );
    const positions = await umap(apart);
    expect(hit(positions, (point) => Math.floor(point / 30))).toBe(1);
    expect(spread(positions)).toBeLessThan(200);
  });

  it('keeps texts without known tokens together and apart', async () => {
    const matrix = clusters(30);
    matrix.data.fill(0, 60 * 12);
    const positions = await umap(matrix, 3);
    expect(positions.every(Number.isFinite)).toBe(true);
    expect(hit(positions, (point) => Math.floor(point / 30))).toBe(1);
  });

  it('is the same for the same seed, and another for another', async () => {
    const matrix = randomRows(30, 6, 2);
    const [one, again, other] = await Promise.all([1, 1, 2].map((seed) => umap(matrix, seed)));
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
  });
});
