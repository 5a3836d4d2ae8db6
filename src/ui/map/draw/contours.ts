import { blur2, contours, max } from 'd3';
import type { Batch, Window } from './batch.ts';

/** A line of equal density, in places: closed rings, [corners × 2] each. */
export interface Contour {
  /** Share of the highest density in the window, in (0, 1]. */
  readonly level: number;
  readonly rings: readonly Float32Array[];
}

/** Shares of the highest density at which lines are drawn: each is three times the last. */
export const LEVELS = [0.02, 0.06, 0.18, 0.54] as const;

/** Cells across which density is smoothed. */
const BLUR = 3;
/** How much wider than the window the lines are known, on each side, so that panning does not bare an end. */
const MARGIN = 0.25;

/**
 * Density contours of some batches around a window: points counted in square cells, smoothed
 * (three box blurs, near to a Gaussian), and cut at `LEVELS` by marching squares (d3-contour).
 * None where nothing lies in the window.
 *
 * @param cell side of a cell, in places
 */
export function contoursOf(
  batches: readonly Pick<Batch, 'places'>[],
  window: Window,
  cell: number,
): Contour[] {
  const left = window.left - MARGIN * (window.right - window.left);
  const top = window.top - MARGIN * (window.bottom - window.top);
  const width = Math.max(1, Math.ceil(((1 + 2 * MARGIN) * (window.right - window.left)) / cell));
  const height = Math.max(1, Math.ceil(((1 + 2 * MARGIN) * (window.bottom - window.top)) / cell));
  const data = new Float64Array(width * height);
  for (const { places } of batches) {
    for (let i = 0; i < places.length; i += 2) {
      const column = Math.floor((places[i]! - left) / cell);
      const row = Math.floor((places[i + 1]! - top) / cell);
      if (column >= 0 && row >= 0 && column < width && row < height) data[row * width + column]!++;
    }
  }
  blur2({ data, width, height }, BLUR);
  const highest = max(data) ?? 0;
  if (highest === 0) return [];
  const counts = Array.from(data);
  const cut = contours().size([width, height]);
  return LEVELS.map((level) => {
    const { coordinates } = cut.contour(counts, level * highest);
    const rings = coordinates
      .flat()
      .map((ring) =>
        Float32Array.from(ring.flatMap(([x = 0, y = 0]) => [left + x * cell, top + y * cell])),
      );
    return { level, rings };
  });
}

/** Rings as an SVG path, in places or, where scaled and moved, in pixels. */
export function ringsPath(
  rings: readonly Float32Array[],
  { scale, x, y }: { scale: number; x: number; y: number },
  digits = 1,
): string {
  const at = (ring: Float32Array, i: number): string =>
    `${(x + scale * ring[i]!).toFixed(digits)} ${(y + scale * ring[i + 1]!).toFixed(digits)}`;
  return rings
    .map((ring) => {
      const corners = Array.from({ length: ring.length / 2 }, (_, i) => at(ring, 2 * i));
      return `M${corners.join('L')}Z`;
    })
    .join('');
}
