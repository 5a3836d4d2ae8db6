import { blur2 } from 'd3';

/** Cells a side of the grid on which density is estimated. */
const CELLS = 256;

/** How closely one looks: the finer, the more and the smaller the regions. */
export interface Level {
  /** Radius of the blur in cells of the grid, of which the longer side of the picture has 127. */
  readonly radius: number;
  /** Least share of all points that a region has. */
  readonly share: number;
}

/** From the whole map to close by; each takes half the width of the one before. */
export const LEVELS: readonly Level[] = [
  { radius: 8, share: 0.02 },
  { radius: 4, share: 0.01 },
  { radius: 2, share: 0.004 },
];

/** Points that a region has at the least, whatever their share. */
const LEAST_POINTS = 4;

/** A place where points crowd. */
export interface DensityRegion {
  /** Where they crowd most, in the picture's own units. */
  readonly x: number;
  readonly y: number;
  /** Ascending. */
  readonly points: Int32Array;
}

/**
 * Regions of a picture: the points on the slopes of one peak of their density each, which is counted
 * on a grid and blurred (mean shift on a grid; Fukunaga & Hostetler 1975,
 * doi:10.1109/TIT.1975.1055330). Largest first; regions of too few points are left out.
 *
 * @param positions [points × 2]
 */
export function densityRegions(positions: Float32Array, level: Level): DensityRegion[] {
  const points = positions.length / 2;
  const grid = gridOver(positions);
  const cellOf = (point: number): number =>
    grid.cellAt(positions[2 * point]!, positions[2 * point + 1]!);
  const counts = new Float64Array(CELLS * CELLS);
  for (let point = 0; point < points; point++) counts[cellOf(point)]!++;
  const density = blur2({ data: counts, width: CELLS, height: CELLS }, level.radius).data;
  const peaks = peaksOf(density as Float64Array);
  const members = new Map<number, number[]>();
  for (let point = 0; point < points; point++) {
    const peak = peaks[cellOf(point)]!;
    const there = members.get(peak);
    if (there) there.push(point);
    else members.set(peak, [point]);
  }
  const least = Math.max(LEAST_POINTS, level.share * points);
  return [...members]
    .filter(([, there]) => there.length >= least)
    .sort(([a, one], [b, other]) => other.length - one.length || a - b)
    .map(([peak, there]) => ({ ...grid.middleOf(peak), points: Int32Array.from(there) }));
}

/** A square grid around all points, with a quarter of its width free on every side for the blur. */
function gridOver(positions: Float32Array) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < positions.length; i += 2) {
    left = Math.min(left, positions[i]!);
    right = Math.max(right, positions[i]!);
    top = Math.min(top, positions[i + 1]!);
    bottom = Math.max(bottom, positions[i + 1]!);
  }
  const side = Math.max(right - left, bottom - top) || 1;
  const inner = CELLS / 2;
  const across = (value: number, least: number, most: number): number =>
    Math.floor(CELLS / 2 + ((value - (least + most) / 2) / side) * (inner - 1));
  const back = (cell: number, least: number, most: number): number =>
    (least + most) / 2 + ((cell + 0.5 - CELLS / 2) / (inner - 1)) * side;
  return {
    cellAt: (x: number, y: number) => across(y, top, bottom) * CELLS + across(x, left, right),
    middleOf: (cell: number) => ({
      x: back(cell % CELLS, left, right),
      y: back(Math.floor(cell / CELLS), top, bottom),
    }),
  };
}

/** The peak that the steepest way up leads to from each cell; of level neighbours the first. */
function peaksOf(density: Float64Array): Int32Array {
  const up = new Int32Array(density.length);
  for (let cell = 0; cell < up.length; cell++) up[cell] = uphill(density, cell);
  for (let cell = 0; cell < up.length; cell++) {
    let peak = cell;
    while (up[peak] !== peak) peak = up[peak]!;
    let on = cell;
    while (up[on] !== peak) [up[on], on] = [peak, up[on]!];
  }
  return up;
}

function uphill(density: Float64Array, cell: number): number {
  const [x, y] = [cell % CELLS, Math.floor(cell / CELLS)];
  let best = cell;
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      const outside = x + dx < 0 || y + dy < 0 || x + dx >= CELLS || y + dy >= CELLS;
      if (outside) continue;
      const other = cell + dy * CELLS + dx;
      const more = density[other]! - density[best]!;
      if (more > 0 || (more === 0 && other < best)) best = other;
    }
  }
  return best;
}
