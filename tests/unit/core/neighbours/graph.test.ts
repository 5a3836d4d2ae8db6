import { describe, expect, it } from 'vitest';
import { graphInSteps, measureRecall } from '../../../../src/core/neighbours/graph.ts';
import { finish } from '../../../../src/core/relate/steps.ts';
import { nearestOfAll } from '../../../../src/core/space/neighbours.ts';
import { clusters } from '../layout/clusters.ts';
import { randomRows, unitMatrix } from '../space/rows.ts';

const graphOf = (matrix: Parameters<typeof graphInSteps>[0], exactRows?: number) =>
  finish(graphInSteps(matrix, { seed: 5, ...(exactRows !== undefined && { exactRows }) }));

describe('the neighbour graph', () => {
  it('is exact for a corpus of usual size, and says so', () => {
    const matrix = randomRows(200, 8, 1);
    const { k, indices, cosines } = nearestOfAll(matrix, 15);
    expect(graphOf(matrix)).toEqual({ k, indices, cosines, recall: null });
  });

  it('says of an approximate search how much of the exact one it found', () => {
    const matrix = randomRows(1500, 20, 2);
    const exact = nearestOfAll(matrix, 15);
    const found = graphOf(matrix, 0);
    let both = 0;
    found.indices.forEach((index, i) => {
      const row = Math.floor(i / 15) * 15;
      if (exact.indices.subarray(row, row + 15).includes(index)) both++;
    });
    const recall = both / found.indices.length;
    const { share, interval, sampled } = found.recall!;
    expect(sampled).toBe(500);
    expect(share).toBeGreaterThan(0.9);
    expect(interval[0]).toBeLessThan(recall);
    expect(interval[1]).toBeGreaterThan(recall);
  });

  it('finds nearly all where rows form clusters, each with its exact cosine', () => {
    const matrix = clusters(400);
    const exact = nearestOfAll(matrix, 15);
    const found = graphOf(matrix, 0);
    expect(found.recall!.share).toBeGreaterThan(0.99);
    const same = found.cosines.filter((cosine, i) => cosine === exact.cosines[i]);
    expect(same.length / found.cosines.length).toBeGreaterThan(0.98);
  });

  it('notices a search that missed', () => {
    const matrix = randomRows(300, 8, 1);
    const { k, indices, cosines } = nearestOfAll(matrix, 5);
    expect(measureRecall(matrix, { k, indices, cosines }, 1).share).toBe(1);
    const poor = cosines.map((cosine, i) => (i % 5 < 4 ? cosine : -1));
    expect(measureRecall(matrix, { k, indices, cosines: poor }, 1).share).toBeCloseTo(0.8, 12);
  });

  it('is the same for the same seed', () => {
    const matrix = randomRows(600, 20, 2);
    expect(graphOf(matrix, 0)).toEqual(graphOf(matrix, 0));
  });

  it.each([0, 1, 2, 3])('is defined for %i rows, by either search', (rows) => {
    const matrix = randomRows(rows, 4, 1);
    const exact = graphOf(matrix);
    expect(exact.k).toBe(Math.max(0, rows - 1));
    expect(graphOf(matrix, -1).indices).toEqual(exact.indices);
  });

  it.each([undefined, -1])('has a list for each of many identical rows', (exactRows) => {
    const same = unitMatrix(Array.from({ length: 40 }, () => [1, 2, 3]));
    const { indices } = graphOf(same, exactRows);
    expect(indices.every((index) => index >= 0 && index < 40)).toBe(true);
  });

  it('makes texts without known tokens each other’s neighbours', () => {
    const matrix = randomRows(60, 6, 1);
    matrix.data.fill(0, 0, 20 * 6);
    const { k, indices } = graphOf(matrix);
    expect([...indices.subarray(0, 20 * k)].every((index) => index < 20)).toBe(true);
  });

  it('tells how far it is', () => {
    for (const exactRows of [1000, 0]) {
      const shares = [...graphInSteps(randomRows(700, 8, 1), { seed: 1, exactRows })];
      expect(shares).toEqual(shares.toSorted((a, b) => a - b));
      expect(shares.at(-1)).toBeCloseTo(1, 12);
    }
  });
});
