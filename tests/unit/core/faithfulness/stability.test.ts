import { describe, expect, it } from 'vitest';
import { stabilityOf } from '../../../../src/core/faithfulness/of-map.ts';
import { agreement } from '../../../../src/core/faithfulness/stability.ts';
import { layOut } from '../../../../src/core/layout/layout.ts';
import { MappedSpace } from '../../../../src/core/layout/mapped-space.ts';
import { clusters } from '../layout/clusters.ts';
import { randomRows } from '../space/rows.ts';

describe('agreement of two pictures', () => {
  it('is whole for one turned, mirrored and scaled', () => {
    const { data } = randomRows(50, 2, 1);
    const turned = data.map((_, i) => (i % 2 === 0 ? -3 * data[i + 1]! : -3 * data[i - 1]!));
    const found = agreement(data, turned, 4)!;
    expect(found.seed).toBe(4);
    expect(found.overlap).toBe(1);
    expect(found.disparity).toBeLessThan(1e-6);
  });

  it('is what chance gives for unrelated ones', () => {
    const found = agreement(randomRows(400, 2, 1).data, randomRows(400, 2, 2).data, 1)!;
    expect(found.overlap).toBeLessThan(0.1);
    expect(found.disparity).toBeGreaterThan(0.9);
  });

  it('is defined for two points and not for one', () => {
    expect(agreement(Float32Array.of(0, 0, 1, 1), Float32Array.of(0, 0, 0, 2), 1)!.overlap).toBe(1);
    expect(agreement(Float32Array.of(0, 0), Float32Array.of(0, 0), 1)).toBeNull();
  });
});

describe('stability', () => {
  it('compares a map with those of other seeds, and finds itself under its own', async () => {
    const space = new MappedSpace(clusters(30), 1);
    const { positions } = await layOut(space, { method: 'umap', seed: 1, before: null });
    const shares: number[] = [];
    const found = await stabilityOf(space, positions, [1, 2], (share) => void shares.push(share));
    expect(found.map(({ seed }) => seed)).toEqual([1, 2]);
    expect(found[0]!.overlap).toBeGreaterThan(0.99);
    expect(found[0]!.disparity).toBeLessThan(1e-6);
    expect(found[1]!.overlap).toBeGreaterThan(0.2);
    expect(found[1]!.overlap).toBeLessThan(1);
    expect(shares.at(-1)).toBe(1);
  });

  it('says nothing of points that every seed puts on a circle', async () => {
    const space = new MappedSpace(randomRows(3, 4, 1), 1);
    expect(await stabilityOf(space, new Float32Array(6), [1], () => {})).toEqual([]);
  });
});
