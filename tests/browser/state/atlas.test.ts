import { describe, expect, it, vi } from 'vitest';
import { indexPositions } from '../../../src/core/layout/spatial-index.ts';
import { Atlas } from '../../../src/state/atlas.svelte.ts';
import { fakeEngine } from './fake-engine.ts';

const MATRIX = {
  ids: ['a', 'b'],
  passages: null,
  matrix: { rows: 2, dims: 1, data: Float32Array.of(1, -1) },
};

function layoutAt(...positions: number[]) {
  const array = Float32Array.from(positions);
  return { positions: array, explained: [1, 0], index: indexPositions(array), laidOut: 2 };
}

describe('Atlas', () => {
  it('lets a layout go on that is asked for again', async () => {
    const { engine, analysis } = fakeEngine();
    const atlas = new Atlas(engine);
    void atlas.show('documents', 'umap', 1);
    void atlas.show('documents', 'umap', 1);
    expect(analysis.jobs).toHaveLength(1);
    expect(analysis.jobs[0]?.signal?.aborted).toBe(false);
  });

  it('gives up what a newer space has overtaken', async () => {
    const { engine, analysis } = fakeEngine();
    const atlas = new Atlas(engine);
    void atlas.show('documents', 'pca', 1);
    void atlas.show('documents', 'pca', 2);
    expect(analysis.jobs.map(({ signal }) => signal?.aborted)).toEqual([true, false]);
  });

  it('tells the next layout where the points stand', async () => {
    const { engine, analysis, layout } = fakeEngine();
    const atlas = new Atlas(engine);
    void atlas.show('documents', 'pca', 1);
    analysis.jobs[0]?.resolve(MATRIX);
    await vi.waitUntil(() => layout.jobs.length === 1);
    layout.jobs[0]?.resolve(layoutAt(1, 2, 3, 4));
    await vi.waitUntil(() => atlas.map !== null);
    void atlas.show('documents', 'pca', 2);
    analysis.jobs[1]?.resolve({ ...MATRIX, ids: ['b', 'c'] });
    await vi.waitUntil(() => layout.jobs.length === 2);
    const { before } = layout.jobs[1]?.input as { before: Float32Array };
    expect([...before]).toEqual([3, 4, NaN, NaN]);
  });

  it('shows a failure once and can be asked again', async () => {
    const { engine, analysis } = fakeEngine();
    const atlas = new Atlas(engine);
    void atlas.show('documents', 'pca', 1);
    analysis.jobs[0]?.reject(new Error('no memory'));
    await vi.waitUntil(() => atlas.failure !== null);
    void atlas.show('documents', 'pca', 1);
    expect(analysis.jobs).toHaveLength(2);
    expect(atlas.failure).toBeNull();
  });
});
