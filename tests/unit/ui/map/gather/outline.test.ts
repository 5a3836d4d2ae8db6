import { describe, expect, it } from 'vitest';
import { boxBetween, isDrawn, pointsInside } from '../../../../../src/ui/map/gather/outline.ts';
import { placeMap } from '../../../../../src/ui/map/place/place.ts';
import { mapOf } from '../fixtures.ts';

const place = placeMap(
  mapOf([
    ['a', -1, 1],
    ['b', 1, 1],
    ['c', -1, -1],
    ['d', 1, -1],
    ['e', 0, 0],
  ]),
);
const all = new Uint8Array(5).fill(1);
/** Places at 100 pixels a unit, the middle at 200, 200. */
const projection = { scale: 100, x: 200, y: 200 };
const inside = (outline: readonly (readonly [number, number])[], shown = all): number[] =>
  pointsInside(place, shown, projection, outline);

describe('what is drawn round', () => {
  it('is what lies in a box, whichever corner it was begun at', () => {
    expect(inside(boxBetween([90, 90], [210, 210]))).toEqual([0, 4]);
    expect(inside(boxBetween([210, 210], [90, 90]))).toEqual([0, 4]);
    expect(inside(boxBetween([0, 0], [400, 400]))).toEqual([0, 1, 2, 3, 4]);
  });

  it('is what lies in a lasso and not only in its box', () => {
    // The box round this triangle has the fifth point, too.
    expect(inside([[80, 80], [330, 80], [80, 330]])).toEqual([0, 1, 2, 4]); // prettier-ignore
    expect(inside([[90, 90], [150, 90], [90, 150]])).toEqual([0]); // prettier-ignore
  });

  it('leaves out what is hidden, and is nothing for a line', () => {
    expect(inside(boxBetween([0, 0], [400, 400]), Uint8Array.of(1, 0, 0, 0, 1))).toEqual([0, 4]);
    expect(inside([[0, 0], [400, 400]])).toEqual([]); // prettier-ignore
    expect(inside([])).toEqual([]);
  });

  it('is meant only if it is larger than the trembling of a hand', () => {
    expect(isDrawn([[5, 5], [7, 6]])).toBe(false); // prettier-ignore
    expect(isDrawn([[5, 5], [20, 6]])).toBe(true); // prettier-ignore
    expect(isDrawn([])).toBe(false);
  });
});
