import { describe, expect, it } from 'vitest';
import { placeMap } from '../../../../../src/ui/map/place/place.ts';
import { nearestTo, walk, type Direction } from '../../../../../src/ui/map/place/walk.ts';
import { mapOf } from '../fixtures.ts';

type At = readonly [x: number, y: number];
const placed = (...at: At[]) => placeMap(mapOf(at.map(([x, y], i) => [`d${i}`, x, y] as const)));
const all = (count: number): Uint8Array => new Uint8Array(count).fill(1);

describe('walking', () => {
  // 1 is right, 2 left, 3 above, 4 below of 0.
  const cross = placed([0, 0], [1, 0.2], [-1, 0.2], [0.2, 1], [0.2, -1]);

  it.each([
    ['right', 1],
    ['left', 2],
    ['up', 3],
    ['down', 4],
  ] as const)('goes %s as seen on the screen', (direction, expected) => {
    expect(walk(cross, all(5), 0, direction)).toBe(expected);
  });

  it('prefers what is straight ahead to what is nearer but aside', () => {
    const place = placed([0, 0], [1, 0.9], [1.4, 0]);
    expect(walk(place, all(3), 0, 'right')).toBe(2);
  });

  it('passes over hidden points', () => {
    const place = placed([0, 0], [1, 0], [2, 0]);
    expect(walk(place, Uint8Array.of(1, 0, 1), 0, 'right')).toBe(2);
  });

  it('stays at the edge of the map', () => {
    expect(walk(placed([0, 0], [1, 0]), all(2), 1, 'right')).toBeNull();
    expect(walk(placed([0, 0]), all(1), 0, 'up')).toBeNull();
  });

  it('goes through points at one and the same place, and comes back the same way', () => {
    const place = placed([0, 0], [1, 0], [1, 0], [1, 0], [2, 0]);
    const path = (from: number, direction: Direction): number[] => {
      const visited: number[] = [];
      for (let at: number | null = from; at !== null; at = walk(place, all(5), at, direction)) {
        visited.push(at);
      }
      return visited;
    };
    expect(path(0, 'right')).toEqual([0, 1, 2, 3, 4]);
    expect(path(4, 'left')).toEqual([4, 3, 2, 1, 0]);
  });

  it('reaches every point of a scattered map', () => {
    let seed = 7;
    const random = (): number => (seed = (seed * 16807) % 2147483647) / 2147483647;
    const place = placed(...Array.from({ length: 200 }, (): At => [random() * 3, random()]));
    const reached = new Set([0]);
    for (const from of reached) {
      for (const direction of ['left', 'right', 'up', 'down'] as const) {
        const to = walk(place, all(200), from, direction);
        if (to !== null) reached.add(to);
      }
    }
    expect(reached.size).toBe(200);
  });
});

describe('where a walk begins', () => {
  it('is the nearest shown point', () => {
    const place = placed([-1, 0], [0.1, 0], [1, 0]);
    expect(nearestTo(place, all(3), 0, 0)).toBe(1);
    expect(nearestTo(place, Uint8Array.of(1, 0, 1), 0.2, 0)).toBe(2);
    expect(nearestTo(place, new Uint8Array(3), 0, 0)).toBeNull();
  });
});
