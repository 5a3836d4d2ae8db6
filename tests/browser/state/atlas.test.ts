import { describe, expect, it, vi } from 'vitest';
import type { Before } from '../../../src/core/layout/layout.ts';
import { indexPositions } from '../../../src/core/layout/spatial-index.ts';
import { Atlas } from '../../../src/state/atlas.svelte.ts';
import { fakeEngine } from './fake-engine.ts';

const ROWS = { ids: ['a', 'b'], passages: null };

function layoutAt(...positions: number[]) {
  const array = Float32Array.from(positions);
  return {
    positions: array,
    explained: [1, 0],
    axes: null,
    index: indexPositions(array),
    placed: new Uint8Array(array.length / 2),
  };
}

/** A wish for the map of documents. */
const of = (method: 'pca' | 'umap', revision: number, space = 1) =>
  ({ unit: 'documents', method, revision, space }) as const;

describe('Atlas', () => {
  it('lets a layout go on that is asked for again', async () => {
    const { engine, maps } = fakeEngine();
    const atlas = new Atlas(engine);
    void atlas.show(of('umap', 1));
    void atlas.show(of('umap', 1));
    expect(maps.jobs).toHaveLength(1);
    expect(maps.jobs[0]?.signal?.aborted).toBe(false);
  });

  it('gives up what a newer space has overtaken', async () => {
    const { engine, maps } = fakeEngine();
    const atlas = new Atlas(engine);
    void atlas.show(of('pca', 1));
    void atlas.show(of('pca', 2));
    expect(maps.jobs.map(({ signal }) => signal?.aborted)).toEqual([true, false]);
  });

  /** An atlas that has shown its first map, at (1, 2) and (3, 4). */
  async function shown(method: 'pca' | 'umap' = 'pca') {
    const fake = fakeEngine();
    const atlas = new Atlas(fake.engine);
    void atlas.show(of(method, 1));
    fake.maps.jobs[0]?.resolve(ROWS);
    await vi.waitUntil(() => fake.layout.jobs.length === 1);
    fake.layout.jobs[0]?.resolve(layoutAt(1, 2, 3, 4));
    await vi.waitUntil(() => atlas.map !== null);
    return { ...fake, atlas };
  }

  const before = (input: unknown): Before => (input as { before: Before }).before;

  it('tells the next layout where the points stand', async () => {
    const { atlas, maps, layout } = await shown();
    void atlas.show(of('pca', 2));
    maps.jobs[1]?.resolve({ ...ROWS, ids: ['b', 'c'] });
    await vi.waitUntil(() => layout.jobs.length === 2);
    const { positions, keep } = before(layout.jobs[1]?.input);
    expect([...positions]).toEqual([3, 4, NaN, NaN]);
    expect(keep).toBe(true);
  });

  it('lets nothing stay in place in another space, or when all is laid out again', async () => {
    const { atlas, maps, layout } = await shown();
    void atlas.show(of('pca', 2, 2));
    maps.jobs[1]?.resolve(ROWS);
    await vi.waitUntil(() => layout.jobs.length === 2);
    expect(before(layout.jobs[1]?.input).keep).toBe(false);
    layout.jobs[1]?.resolve(layoutAt(1, 2, 3, 4));
    await vi.waitUntil(() => atlas.progress === null && layout.jobs.length === 2);
    void atlas.layOutAgain();
    await vi.waitUntil(() => layout.jobs.length === 3);
    expect(before(layout.jobs[2]?.input).keep).toBe(false);
    // The rows are those that the worker has.
    expect(maps.jobs).toHaveLength(2);
  });

  it('counts the points that were put into the map', async () => {
    const { atlas, maps, layout } = await shown();
    expect(atlas.placed).toBe(0);
    void atlas.show(of('pca', 2));
    maps.jobs[1]?.resolve(ROWS);
    await vi.waitUntil(() => layout.jobs.length === 2);
    layout.jobs[1]?.resolve({ ...layoutAt(1, 2, 3, 4), placed: Uint8Array.of(0, 1) });
    await vi.waitUntil(() => atlas.placed === 1);
  });

  it('shows a glimpse of what is being laid out, as unfinished', async () => {
    const { atlas, layout } = await shown();
    void atlas.show(of('umap', 1));
    await vi.waitUntil(() => layout.jobs.length === 2);
    const { positions, index } = layoutAt(5, 6, 7, 8);
    layout.jobs[1]?.progress({ done: 50, total: 100, glimpse: { positions, index } });
    expect(atlas.map?.finished).toBe(false);
    expect([...atlas.map!.positions]).toEqual([5, 6, 7, 8]);
    expect(atlas.progress).toEqual({ done: 50, total: 100 });
  });

  it('shows a failure once and can be asked again', async () => {
    const { engine, maps } = fakeEngine();
    const atlas = new Atlas(engine);
    void atlas.show(of('pca', 1));
    maps.jobs[0]?.reject(new Error('no memory'));
    await vi.waitUntil(() => atlas.failure !== null);
    void atlas.show(of('pca', 1));
    expect(maps.jobs).toHaveLength(2);
    expect(atlas.failure).toBeNull();
  });
});
