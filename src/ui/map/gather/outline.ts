import { polygonContains } from 'd3';
import type { Projection } from '../place/camera.ts';
import type { Place } from '../place/place.ts';

/** Corners of what was drawn on the canvas, in CSS pixels. */
export type Outline = readonly (readonly [x: number, y: number])[];

/** What is drawn with: nothing, the map is moved; a box; a line round what is meant. */
export type Tool = 'move' | 'box' | 'lasso';

export const TOOLS = ['move', 'box', 'lasso'] as const satisfies Tool[];

/** Fewer pixels than this from end to end are a click. */
const LEAST = 4;

/** The four corners of a box between two places. */
export function boxBetween(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
): Outline {
  return [
    [x1, y1],
    [x2, y1],
    [x2, y2],
    [x1, y2],
  ];
}

/** Whether an outline is large enough to be meant. */
export function isDrawn(outline: Outline): boolean {
  const [[x0 = 0, y0 = 0] = []] = outline as readonly (readonly number[])[];
  return outline.some(([x, y]) => Math.abs(x - x0) > LEAST || Math.abs(y - y0) > LEAST);
}

/** The shown points inside an outline, in ascending order: even and odd where it crosses itself. */
export function pointsInside(
  { map, frame, places }: Place,
  shown: Uint8Array,
  projection: Projection,
  outline: Outline,
): number[] {
  if (outline.length < 3) return [];
  const corners = outline.map(([x, y]): [number, number] => [
    (x - projection.x) / projection.scale,
    (y - projection.y) / projection.scale,
  ]);
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  // The index is in the map's own units, y upwards.
  const near = map.index.range(
    frame.x + Math.min(...xs) * frame.unit,
    frame.y - Math.max(...ys) * frame.unit,
    frame.x + Math.max(...xs) * frame.unit,
    frame.y - Math.min(...ys) * frame.unit,
  );
  return near
    .filter(
      (point) =>
        shown[point] === 1 &&
        polygonContains(corners, [places[2 * point]!, places[2 * point + 1]!]),
    )
    .sort((a, b) => a - b);
}
