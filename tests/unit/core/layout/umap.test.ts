import { describe, expect, it } from 'vitest';
import { umap } from '../../../../src/core/layout/umap.ts';
import { randomRows, unitMatrix } from '../space/rows.ts';

const silent = () => {};

function spread(positions: Float32Array): number {
  const xs = positions.filter((_, i) => i % 2 === 0);
  return Math.max(...xs) - Math.min(...xs);
}

/** `count` rows close about each of three directions, one after the other. */
function clusters(count: number) {
  const noise = randomRows(count * 3, 12, 8);
  const rows = Array.from({ length: count * 3 }, (_, r) =>
    Array.from(
      { length: 12 },
      (_, d) => (d === Math.floor(r / count) ? 1 : 0) + 0.3 * noise.data[r * 12 + d]!,
    ),
  );
  return unitMatrix(rows);
}

/** Share of points whose nearest point in the picture is of their own cluster. */
function hit(positions: Float32Array, cluster: (point: number) => number): number {
  const n = positions.length / 2;
  let hits = 0;
  for (let i = 0; i < n; i++) {
    let best = -1;
    let least = Infinity;
    for (let j = 0; j < n; j++) {
      const distance = Math.hypot(
        positions[i * 2]! - positions[j * 2]!,
        positions[i * 2 + 1]! - positions[j * 2 + 1]!,
      );
      if (j !== i && distance < least) [best, least] = [j, distance];
    }
    if (cluster(best) === cluster(i)) hits++;
  }
  return hits / n;
}

describe('UMAP', () => {
  it.each([0, 1, 2, 3, 4, 5, 14, 15, 16, 40])('lays out %i rows', async (rows) => {
    const { positions, laidOut } = await umap(randomRows(rows, 6, 1), 1, silent);
    expect(laidOut).toBe(rows);
    expect(positions).toHaveLength(rows * 2);
    expect(positions.every(Number.isFinite)).toBe(true);
    if (rows > 1) expect(spread(positions)).toBeGreaterThan(0.5);
  });

  it.each([2, 5, 15, 40])('spreads %i identical rows', async (rows) => {
    const same = unitMatrix(Array.from({ length: rows }, () => [1, 2, 3]));
    const { positions } = await umap(same, 1, silent);
    expect(positions.every(Number.isFinite)).toBe(true);
    expect(spread(positions)).toBeGreaterThan(0.5);
    const places = Array.from({ length: rows }, (_, i) => positions.slice(i * 2, i * 2 + 2).join());
    expect(new Set(places).size).toBe(rows);
  });

  it('keeps planted clusters together', async () => {
    const { positions } = await umap(clusters(30), 3, silent);
    expect(hit(positions, (point) => Math.floor(point / 30))).toBe(1);
  });

  it('keeps texts without known tokens together and apart', async () => {
    const matrix = clusters(30);
    matrix.data.fill(0, 60 * 12);
    const { positions } = await umap(matrix, 3, silent);
    expect(positions.every(Number.isFinite)).toBe(true);
    expect(hit(positions, (point) => Math.floor(point / 30))).toBe(1);
  });

  it('is the same for the same seed, and another for another', async () => {
    const matrix = randomRows(30, 6, 2);
    const [one, again, other] = await Promise.all([1, 1, 2].map((s) => umap(matrix, s, silent)));
    expect(again!.positions).toEqual(one!.positions);
    expect(other!.positions).not.toEqual(one!.positions);
  });

  it('places what is beyond the limit beside its nearest', async () => {
    const shares: number[] = [];
    const found = await umap(clusters(30), 3, (share) => void shares.push(share), 30);
    expect(found.laidOut).toBe(30);
    expect(found.positions.every(Number.isFinite)).toBe(true);
    expect(hit(found.positions, (point) => Math.floor(point / 30))).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it('stops when the listener throws', async () => {
    let calls = 0;
    const stop = () => {
      if (++calls === 20) throw new Error('enough');
    };
    await expect(umap(clusters(30), 3, stop)).rejects.toThrow('enough');
    expect(calls).toBe(20);
  });
});
