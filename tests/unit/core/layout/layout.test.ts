import { describe, expect, it } from 'vitest';
import { layOut, type Before, type Layout } from '../../../../src/core/layout/layout.ts';
import { MappedSpace } from '../../../../src/core/layout/mapped-space.ts';
import { procrustes } from '../../../../src/core/layout/procrustes.ts';
import { openIndex } from '../../../../src/core/layout/spatial-index.ts';
import type { Matrix } from '../../../../src/core/space/types.ts';
import { randomRows } from '../space/rows.ts';
import { clusters } from './clusters.ts';

const spaceOf = (matrix: Matrix) => new MappedSpace(matrix, 1);

/** The first rows of a matrix. */
function first(matrix: Matrix, rows: number): Matrix {
  return { ...matrix, rows, data: matrix.data.slice(0, rows * matrix.dims) };
}

/** A picture as what is on screen, with rows behind it that are new. */
function onScreen(method: 'pca' | 'umap', layout: Layout, rows: number): Before {
  const positions = new Float32Array(rows * 2).fill(NaN);
  positions.set(layout.positions);
  const placed = new Uint8Array(rows);
  placed.set(layout.placed);
  return { method, axes: layout.axes, keep: true, positions, placed };
}

describe.each(['pca', 'umap'] as const)('a layout by %s', (method) => {
  const fresh = { method, seed: 1, before: null };

  it('comes with an index that finds its points', async () => {
    const { positions, index, placed } = await layOut(spaceOf(randomRows(50, 8, 1)), fresh);
    expect(placed).toEqual(new Uint8Array(50));
    const [x, y] = [positions[34]!, positions[35]!];
    expect(openIndex(index).within(x, y, 1e-6)).toContain(17);
    expect(openIndex(index).range(-1e3, -1e3, 1e3, 1e3)).toHaveLength(50);
  });

  it('is defined for nothing', async () => {
    const { positions, index } = await layOut(spaceOf(randomRows(0, 8, 1)), fresh);
    expect(positions).toHaveLength(0);
    expect(openIndex(index).range(-1, -1, 1, 1)).toEqual([]);
  });

  it('takes in new rows without moving any other', async () => {
    const all = clusters(30);
    const before = await layOut(spaceOf(first(all, 70)), fresh);
    const after = await layOut(spaceOf(all), { ...fresh, before: onScreen(method, before, 90) });
    expect(after.positions.slice(0, 140)).toEqual(before.positions);
    expect(after.placed).toEqual(Uint8Array.from({ length: 90 }, (_, row) => (row < 70 ? 0 : 1)));
  });

  it('places new rows beside their kind', async () => {
    const all = clusters(30);
    const before = await layOut(spaceOf(first(all, 70)), fresh);
    const { positions } = await layOut(spaceOf(all), {
      ...fresh,
      before: onScreen(method, before, 90),
    });
    const near = (a: number, b: number): number =>
      Math.hypot(
        positions[2 * a]! - positions[2 * b]!,
        positions[2 * a + 1]! - positions[2 * b + 1]!,
      );
    for (let row = 70; row < 90; row++) {
      const own = Math.min(...Array.from({ length: 10 }, (_, i) => near(row, 60 + i)));
      const other = Math.min(...Array.from({ length: 60 }, (_, i) => near(row, i)));
      expect(own).toBeLessThan(other);
    }
  });

  it('is laid out anew once most rows would merely be placed', async () => {
    const all = clusters(30);
    const before = await layOut(spaceOf(first(all, 40)), fresh);
    const after = await layOut(spaceOf(all), { ...fresh, before: onScreen(method, before, 90) });
    expect(after.placed).toEqual(new Uint8Array(90));
  });

  it('keeps nothing in place where that was not asked for', async () => {
    const all = clusters(30);
    const before = await layOut(spaceOf(first(all, 80)), fresh);
    const again = { ...onScreen(method, before, 90), keep: false };
    const after = await layOut(spaceOf(all), { ...fresh, before: again });
    expect(after.placed).toEqual(new Uint8Array(90));
  });

  it('turns a picture laid out anew the way of the one before', async () => {
    const space = spaceOf(clusters(30));
    const { positions, axes, placed } = await layOut(space, fresh);
    const mirrored = positions.map((value, i) => (i % 2 === 0 ? -value : value));
    const before = { method, axes, placed, positions: mirrored, keep: false };
    const after = await layOut(space, { ...fresh, before });
    expect(procrustes(after.positions, mirrored)!.disparity).toBeLessThan(1e-9);
    after.positions.forEach((value, i) => expect(value).toBeCloseTo(mirrored[i]!, 4));
  });
});

describe('a layout', () => {
  it('says what its axes explain, if they do', async () => {
    const space = spaceOf(randomRows(50, 8, 1));
    const { explained } = await layOut(space, { method: 'pca', seed: 1, before: null });
    expect(explained![0]).toBeGreaterThan(explained![1]!);
    expect((await layOut(space, { method: 'umap', seed: 1, before: null })).explained).toBeNull();
  });

  it('reports per cent done', async () => {
    const steps: number[] = [];
    const space = spaceOf(randomRows(50, 8, 1));
    await layOut(space, { method: 'umap', seed: 1, before: null }, (done, total) => {
      expect(total).toBe(100);
      steps.push(done);
    });
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(steps.at(-1)).toBe(100);
  });

  it('can be looked at while UMAP is at work on many rows', async () => {
    const glimpses: Float32Array[] = [];
    const space = spaceOf(randomRows(2000, 3, 1));
    await layOut(space, { method: 'umap', seed: 1, before: null }, (_, __, positions) => {
      if (positions) glimpses.push(positions);
    });
    expect(glimpses).toHaveLength(9);
    expect(new Set(glimpses.map((each) => each[0])).size).toBe(9);
  });

  it('stops when the listener throws, and can be asked for again', async () => {
    const space = spaceOf(clusters(30));
    const umap = { method: 'umap', seed: 1, before: null } as const;
    for (const last of [1, 20]) {
      let calls = 0;
      const stop = () => {
        if (++calls === last) throw new Error('enough');
      };
      await expect(layOut(space, umap, stop)).rejects.toThrow('enough');
      expect(calls).toBe(last);
    }
    expect((await layOut(space, umap)).positions.every(Number.isFinite)).toBe(true);
  });
});
