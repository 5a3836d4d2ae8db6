import { describe, expect, it } from 'vitest';
import { row } from '../../../../src/core/space/matrix.ts';
import { nearestInSteps, nearestOfAll } from '../../../../src/core/space/neighbours.ts';
import { readFixture } from '../../../fixtures/read.ts';
import { randomRows, unitMatrix } from './rows.ts';

interface Fixture {
  rows: number[][];
  indices: number[][];
  cosines: number[][];
}

const fixture = readFixture<Fixture>('space/neighbours.json');

describe('nearest neighbours', () => {
  it('are those of scikit-learn', () => {
    const found = nearestOfAll(unitMatrix(fixture.rows), 5);
    expect(found.k).toBe(5);
    expect([...found.indices]).toEqual(fixture.indices.flat());
    fixture.cosines.flat().forEach((cosine, i) => expect(found.cosines[i]).toBeCloseTo(cosine, 6));
  });

  it('are found across blocks as by sorting every cosine', () => {
    const matrix = randomRows(300, 7, 3);
    const { indices } = nearestOfAll(matrix, 4);
    for (const index of [0, 127, 128, 299]) {
      const own = row(matrix, index);
      const sorted = Array.from({ length: 300 }, (_, other) => ({
        other,
        cosine: row(matrix, other).reduce((sum, value, d) => sum + value * own[d]!, 0),
      }))
        .filter(({ other }) => other !== index)
        .sort((a, b) => b.cosine - a.cosine);
      const nearest = sorted.slice(0, 4).map(({ other }) => other);
      expect([...indices.subarray(index * 4, index * 4 + 4)]).toEqual(nearest);
    }
  });

  it('break ties by index', () => {
    const same = unitMatrix(Array.from({ length: 6 }, () => [1, 2]));
    expect([...nearestOfAll(same, 3).indices.subarray(9, 12)]).toEqual([0, 1, 2]);
    expect([...nearestOfAll(same, 3).indices.subarray(0, 3)]).toEqual([1, 2, 3]);
  });

  it('are as many as there are', () => {
    expect(nearestOfAll(unitMatrix([]), 5)).toMatchObject({ k: 0 });
    expect(nearestOfAll(unitMatrix([[1, 0]]), 5)).toMatchObject({ k: 0 });
    const two = nearestOfAll(
      unitMatrix([
        [1, 0],
        [0, 0],
      ]),
      5,
    );
    expect(two.k).toBe(1);
    expect([...two.indices]).toEqual([1, 0]);
    expect([...two.cosines]).toEqual([0, 0]);
  });

  it('report their progress up to the whole', () => {
    const shares = [...nearestInSteps(randomRows(300, 3, 1), 2)];
    expect(shares).toHaveLength(3);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });
});
