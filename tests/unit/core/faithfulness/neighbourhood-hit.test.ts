import { describe, expect, it } from 'vitest';
import {
  neighbourhoodHit,
  partingOf,
} from '../../../../src/core/faithfulness/neighbourhood-hit.ts';

/** Points 0 to 3 are of one group, 4 to 7 of another; each has one neighbour, of its own group or not. */
const GROUPS = Int32Array.of(0, 0, 0, 0, 1, 1, 1, 1);
const neighbours = (own: readonly (0 | 1)[]): Int32Array =>
  Int32Array.from(own, (hits, point) => (hits === 1 ? point ^ 1 : (point + 4) % 8));
const hit = (picture: readonly (0 | 1)[], space: readonly (0 | 1)[]) =>
  neighbourhoodHit(GROUPS, neighbours(picture), { k: 1, indices: neighbours(space) }, 1);

describe('the neighbourhood hit', () => {
  it('has the error of the differences of its points', () => {
    const found = hit([1, 1, 1, 1, 1, 1, 0, 0], [1, 1, 1, 0, 0, 0, 0, 1]);
    expect(found).toMatchObject({ picture: 6 / 8, space: 4 / 8 });
    // 0 0 0 1 1 1 0 −1: mean 1/4, squares around it 4 − 8/16 = 3.5, over 7 and over 8.
    expect(found.error).toBeCloseTo(Math.sqrt(3.5 / 7 / 8), 12);
  });

  it('counts a share of several neighbours in parts of one', () => {
    const near = Int32Array.of(1, 2, 2, 0, 0, 1);
    const truly = { k: 3, indices: Int32Array.of(1, 2, 9, 2, 0, 9, 0, 1, 9) };
    const found = neighbourhoodHit(Int32Array.of(0, 0, 1), near, truly, 2);
    expect(found).toEqual({ picture: 1 / 3, space: 1 / 3, chance: 1 / 3, error: 0 });
    // Differences of 1/2, 0 and 0: variance 1/12, over 3.
    const other = Int32Array.of(1, 1, 2, 0, 0, 1);
    const more = neighbourhoodHit(Int32Array.of(0, 0, 1), other, truly, 2);
    expect(more.error).toBeCloseTo(Math.sqrt(1 / 12 / 3), 12);
  });

  it('has no error where every point differs alike, and no limit to it below two points', () => {
    expect(hit([1, 1, 1, 1, 1, 1, 1, 1], [0, 0, 0, 0, 0, 0, 0, 0]).error).toBe(0);
    for (const points of [0, 1]) {
      const none = { k: 1, indices: new Int32Array(points) };
      const found = neighbourhoodHit(new Int32Array(points), new Int32Array(points), none, 1);
      expect(found.error).toBe(Infinity);
      expect(partingOf(found)).toBe('alike');
    }
  });
});

describe('a picture', () => {
  it.each([
    ['60% against 59%, ± 1%, says nothing', 0.6, 0.59, 0.01, 'alike'],
    ['two standard errors say nothing yet', 0.75, 0.5, 0.125, 'alike'],
    ['more than two draws groups further apart', 0.76, 0.5, 0.125, 'parted'],
    ['more than two the other way mixes them', 0.5, 0.76, 0.125, 'mixed'],
    ['the same everywhere says nothing', 0.5, 0.5, 0, 'alike'],
    ['more at every point alike draws them apart', 1, 0, 0, 'parted'],
  ] as const)('with %s', (_, picture, space, error, parting) => {
    expect(partingOf({ picture, space, chance: 0.1, error })).toBe(parting);
  });
});
