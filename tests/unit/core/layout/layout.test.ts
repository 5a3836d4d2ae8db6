import { describe, expect, it } from 'vitest';
import { layOut } from '../../../../src/core/layout/layout.ts';
import { openIndex } from '../../../../src/core/layout/spatial-index.ts';
import { randomRows } from '../space/rows.ts';

describe.each(['pca', 'umap'] as const)('a layout by %s', (method) => {
  it('comes with an index that finds its points', async () => {
    const { positions, index, laidOut } = await layOut(randomRows(50, 8, 1), {
      method,
      seed: 1,
      before: null,
    });
    expect(laidOut).toBe(50);
    const [x, y] = [positions[34]!, positions[35]!];
    expect(openIndex(index).within(x, y, 1e-6)).toContain(17);
    expect(openIndex(index).range(-1e3, -1e3, 1e3, 1e3)).toHaveLength(50);
  });

  it('is defined for nothing', async () => {
    const { positions, index } = await layOut(randomRows(0, 8, 1), {
      method,
      seed: 1,
      before: null,
    });
    expect(positions).toHaveLength(0);
    expect(openIndex(index).range(-1, -1, 1, 1)).toEqual([]);
  });
});

describe('a layout', () => {
  it('says what its axes explain, if they do', async () => {
    const matrix = randomRows(50, 8, 1);
    const { explained } = await layOut(matrix, { method: 'pca', seed: 1, before: null });
    expect(explained![0]).toBeGreaterThan(explained![1]!);
    expect((await layOut(matrix, { method: 'umap', seed: 1, before: null })).explained).toBeNull();
  });

  it('reports per cent done', async () => {
    const steps: number[] = [];
    await layOut(randomRows(50, 8, 1), { method: 'umap', seed: 1, before: null }, (done, total) => {
      expect(total).toBe(100);
      steps.push(done);
    });
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(steps.at(-1)).toBe(100);
  });
});
