import { describe, expect, it } from 'vitest';
import { estimate, faithfulnessInSteps } from '../../../../src/core/faithfulness/faithfulness.ts';
import { pictureNeighbours } from '../../../../src/core/faithfulness/picture-neighbours.ts';
import { indexPositions, openIndex } from '../../../../src/core/layout/spatial-index.ts';
import { graphInSteps } from '../../../../src/core/neighbours/graph.ts';
import { finish } from '../../../../src/core/relate/steps.ts';
import type { Matrix } from '../../../../src/core/space/types.ts';
import { readFixture } from '../../../fixtures/read.ts';
import { randomRows } from '../space/rows.ts';

interface Case {
  name: string;
  rows: number[][];
  positions: number[][];
  groups: number[];
  k: number;
  trustworthiness: number;
  continuity: number;
  nearestInPicture: number[][];
  kept: number[];
  hitInPicture: number;
  hitInSpace: number;
  hitError: number;
  chance: number;
}

const cases = readFixture<Case[]>('faithfulness/faithfulness.json');

function faithfulness(
  matrix: Matrix,
  positions: Float32Array,
  options: { groups?: number[]; exactPoints?: number; sample?: number } = {},
) {
  const groups = Int32Array.from(options.groups ?? new Array<number>(matrix.rows).fill(0));
  const graph = finish(graphInSteps(matrix, { seed: 1 }));
  const picture = { positions, index: openIndex(indexPositions(positions)) };
  const sampling = { exactPoints: options.exactPoints ?? 5000, sample: options.sample ?? 2000 };
  return finish(faithfulnessInSteps(matrix, graph, picture, { groups, seed: 1, ...sampling }));
}

const matrixOf = (rows: number[][]): Matrix => ({
  rows: rows.length,
  dims: rows[0]!.length,
  data: Float32Array.from(rows.flat()),
});

describe('faithfulness', () => {
  it.each(cases)('of $name is scikit-learn’s and SciPy’s', (each) => {
    const positions = Float32Array.from(each.positions.flat());
    const found = faithfulness(matrixOf(each.rows), positions, { groups: each.groups })!;
    expect(found.k).toBe(each.k);
    expect(found.sampled).toBe(each.rows.length);
    expect(Math.abs(found.trustworthiness.value - each.trustworthiness)).toBeLessThan(1e-6);
    expect(Math.abs(found.continuity.value - each.continuity)).toBeLessThan(1e-6);
    expect(found.trustworthiness.error).toBe(0);
    each.kept.forEach((share, point) => expect(found.kept[point]).toBeCloseTo(share, 6));
    expect(found.hit.picture).toBeCloseTo(each.hitInPicture, 9);
    expect(found.hit.space).toBeCloseTo(each.hitInSpace, 9);
    expect(found.hit.chance).toBeCloseTo(each.chance, 9);
    expect(found.hit.error).toBeCloseTo(each.hitError, 9);
  });

  it('is whole for a picture that is the space', () => {
    const matrix = randomRows(80, 2, 3);
    expect(faithfulness(matrix, matrix.data)).toMatchObject({
      trustworthiness: { value: 1, error: 0 },
      continuity: { value: 1, error: 0 },
      meanKept: 1,
    });
  });

  it('of a sample of points says by how much it may be off', () => {
    const matrix = randomRows(900, 6, 3);
    const positions = randomRows(900, 2, 4).data;
    const exact = faithfulness(matrix, positions)!;
    const sampled = faithfulness(matrix, positions, { exactPoints: 100, sample: 200 })!;
    expect(sampled.sampled).toBe(200);
    for (const measure of ['trustworthiness', 'continuity'] as const) {
      const { value, error } = sampled[measure];
      expect(error).toBeGreaterThan(0);
      // Twice the half width of 95 %: four standard errors.
      expect(Math.abs(value - exact[measure].value)).toBeLessThan(2 * error);
    }
    // What does not need ranks is of all points all the same.
    expect(sampled.kept).toEqual(exact.kept);
  });

  it.each([0, 1, 2])('is nothing for %i points', (points) => {
    expect(faithfulness(randomRows(points, 4, 1), new Float32Array(points * 2))).toBeNull();
  });

  it('is defined where all points are one', () => {
    const matrix = randomRows(30, 4, 1);
    const found = faithfulness(matrix, new Float32Array(60))!;
    expect(found.trustworthiness.value).toBeGreaterThanOrEqual(0);
    expect(found.trustworthiness.value).toBeLessThanOrEqual(1);
    expect(found.kept.every((share) => share >= 0 && share <= 1)).toBe(true);
  });
});

describe('an estimate', () => {
  it('has the error of sampling without replacement', () => {
    const values = Float64Array.of(1, 2, 3, 4);
    const { value, error } = estimate(values, 8);
    expect(value).toBe(2.5);
    expect(error).toBeCloseTo(1.959964 * Math.sqrt((5 / 3 / 4) * (1 - 4 / 8)), 5);
    expect(estimate(values, 4)).toEqual({ value: 2.5, error: 0 });
  });
});

describe('neighbours in a picture', () => {
  it.each(cases)('of $name are scikit-learn’s', (each) => {
    const positions = Float32Array.from(each.positions.flat());
    const { k, indices } = pictureNeighbours(
      openIndex(indexPositions(positions)),
      positions,
      each.k,
    );
    expect(k).toBe(each.k);
    expect([...indices]).toEqual(each.nearestInPicture.flat());
  });

  it('are found among more points than one leaf of the index holds', () => {
    const { data } = randomRows(700, 2, 9);
    const positions = data.map((value, i) => value * ((i >> 1) % 7));
    const { indices } = pictureNeighbours(openIndex(indexPositions(positions)), positions, 6);
    for (const own of [0, 350, 699]) {
      const far = (point: number): number =>
        (positions[2 * point]! - positions[2 * own]!) ** 2 +
        (positions[2 * point + 1]! - positions[2 * own + 1]!) ** 2;
      const sorted = Array.from({ length: 700 }, (_, point) => point)
        .filter((point) => point !== own)
        .sort((a, b) => far(a) - far(b));
      const found = [...indices.subarray(own * 6, own * 6 + 6)];
      expect(found.map(far)).toEqual(sorted.slice(0, 6).map(far));
    }
  });

  it('are never a point itself, however many stand in one place', () => {
    const { k, indices } = pictureNeighbours(
      openIndex(indexPositions(new Float32Array(400))),
      new Float32Array(400),
      5,
    );
    for (let point = 0; point < 200; point++) {
      const near = indices.subarray(point * k, (point + 1) * k);
      expect(near).not.toContain(point);
      expect(new Set(near).size).toBe(5);
    }
  });
});
