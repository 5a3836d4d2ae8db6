import type { Projection } from './camera.ts';
import type { Place } from './place.ts';

/** How far from a mark's middle a pointer still means it, in CSS pixels. */
export const REACH = { mouse: 12, touch: 24 } as const;

/**
 * The shown point nearest to a place on the screen, within some pixels; null if there is none.
 * Of points at the same place, the last, which is the one drawn on top.
 */
export function pointAt(
  place: Place,
  shown: Uint8Array,
  projection: Projection,
  x: number,
  y: number,
  reach: number,
): number | null {
  const { frame, map, places } = place;
  const atX = (x - projection.x) / projection.scale;
  const atY = (y - projection.y) / projection.scale;
  const radius = (reach / projection.scale) * frame.unit;
  let best: number | null = null;
  let least = Infinity;
  // The index is in the map's own units, y upwards.
  for (const point of map.index.within(
    frame.x + atX * frame.unit,
    frame.y - atY * frame.unit,
    radius,
  )) {
    if (!shown[point]) continue;
    const distance = (places[2 * point]! - atX) ** 2 + (places[2 * point + 1]! - atY) ** 2;
    if (distance > least || (distance === least && point < (best ?? 0))) continue;
    least = distance;
    best = point;
  }
  return best;
}

/** Shown points within a box on the screen. */
export function countWithin(
  { frame, map }: Place,
  shown: Uint8Array,
  projection: Projection,
  box: { left: number; top: number; right: number; bottom: number },
): number {
  const worldX = (x: number): number =>
    frame.x + ((x - projection.x) / projection.scale) * frame.unit;
  const worldY = (y: number): number =>
    frame.y - ((y - projection.y) / projection.scale) * frame.unit;
  const found = map.index.range(
    worldX(box.left),
    worldY(box.bottom),
    worldX(box.right),
    worldY(box.top),
  );
  return found.reduce((sum, point) => sum + shown[point]!, 0);
}
