import { describe, expect, it } from 'vitest';
import { countWithin, pointAt } from '../../../../../src/ui/map/place/hit.ts';
import { placeMap } from '../../../../../src/ui/map/place/place.ts';
import { mapOf } from '../fixtures.ts';

// Frame: x in [100, 300], y in [−50, 50]; unit 100, so a place is (x − 200) / 100, −y / 100.
const place = placeMap(
  mapOf([
    ['a', 100, 0],
    ['b', 300, 0],
    ['c', 200, 50],
    ['d', 200, -50],
    ['e', 300, 0],
  ]),
);
const shown = new Uint8Array(5).fill(1);
const projection = { scale: 200, x: 400, y: 300 };
const at = (x: number, y: number, reach = 10, visible = shown): number | null =>
  pointAt(place, visible, projection, x, y, reach);

describe('the point under the pointer', () => {
  it('is found where it is drawn, y upwards', () => {
    expect(at(200, 300)).toBe(0);
    expect(at(400, 200)).toBe(2);
    expect(at(400, 400)).toBe(3);
  });

  it('is found within some pixels, and no further', () => {
    expect(at(209, 300)).toBe(0);
    expect(at(211, 300)).toBeNull();
    expect(at(211, 300, 24)).toBe(0);
  });

  it('is the one on top where points coincide, or the one beneath when that is hidden', () => {
    expect(at(600, 300)).toBe(4);
    expect(at(600, 300, 10, Uint8Array.of(1, 1, 1, 1, 0))).toBe(1);
  });

  it('is none where all are hidden, or none are', () => {
    expect(at(200, 300, 10, new Uint8Array(5))).toBeNull();
    expect(pointAt(placeMap(mapOf([])), new Uint8Array(), projection, 0, 0, 10)).toBeNull();
  });
});

describe('points in a box of the screen', () => {
  it('counts shown points only', () => {
    const box = { left: 390, top: 190, right: 610, bottom: 310 };
    expect(countWithin(place, shown, projection, box)).toBe(3);
    expect(countWithin(place, Uint8Array.of(1, 0, 1, 1, 1), projection, box)).toBe(2);
  });
});
