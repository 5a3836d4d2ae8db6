import type { Place } from './place.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

const STEPS: Readonly<Record<Direction, readonly [x: number, y: number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/** How much a step aside counts against one straight ahead. */
const ASIDE = 2;

/**
 * The next shown point in a direction: the nearest within 45° of it, straight ahead before aside.
 * Points at one and the same place are walked through one by one, forwards to the right and down.
 * Null at the edge of the map.
 */
export function walk(
  { places, count }: Pick<Place, 'places' | 'count'>,
  shown: Uint8Array,
  from: number,
  direction: Direction,
): number | null {
  const [stepX, stepY] = STEPS[direction];
  const forwards = stepX + stepY > 0;
  const x = places[2 * from]!;
  const y = places[2 * from + 1]!;
  let same: number | null = null;
  let best: number | null = null;
  let least = Infinity;
  for (let i = 0; i < count; i++) {
    // Running with the direction meets a pile of points at the end from which it is walked through.
    const point = forwards ? i : count - 1 - i;
    if (!shown[point] || point === from) continue;
    const dx = places[2 * point]! - x;
    const dy = places[2 * point + 1]! - y;
    if (dx === 0 && dy === 0) {
      if (same === null && (forwards ? point > from : point < from)) same = point;
      continue;
    }
    const ahead = dx * stepX + dy * stepY;
    const aside = Math.abs(dx * stepY) + Math.abs(dy * stepX);
    if (ahead <= 0 || aside > ahead) continue;
    const cost = Math.hypot(ahead, ASIDE * aside);
    if (cost >= least) continue;
    least = cost;
    best = point;
  }
  return same ?? best;
}

/** Where a walk begins: the shown point nearest to a place; null if none is shown. */
export function nearestTo(
  { places, count }: Pick<Place, 'places' | 'count'>,
  shown: Uint8Array,
  x: number,
  y: number,
): number | null {
  let best: number | null = null;
  let least = Infinity;
  for (let point = 0; point < count; point++) {
    if (!shown[point]) continue;
    const distance = (places[2 * point]! - x) ** 2 + (places[2 * point + 1]! - y) ** 2;
    if (distance >= least) continue;
    least = distance;
    best = point;
  }
  return best;
}
