import { densityRegions, LEVELS } from './density.ts';
import { RegionTally, type RegionWord } from './words.ts';

/** A crowded place of a map, and the words that its texts use more than others do. */
export interface Region {
  /** Where its points crowd most, in the picture's own units. */
  readonly x: number;
  readonly y: number;
  readonly points: number;
  /** The most telling first. */
  readonly words: readonly RegionWord[];
}

/** Texts counted between two steps. */
const STEP = 64;

/**
 * The regions of a picture at several levels, from the whole map to close by (docs/methods.md §8):
 * their places from the picture, which names nothing, their words from the texts. Yields the share of
 * the work done, in (0, 1].
 *
 * @param positions [points × 2]
 * @param textOf the text of a point
 */
export function* regionsInSteps(
  positions: Float32Array,
  textOf: (point: number) => string,
): Generator<number, Region[][]> {
  const points = positions.length / 2;
  const levels = LEVELS.map((level) => densityRegions(positions, level));
  const found: Region[][] = [];
  for (const [at, regions] of levels.entries()) {
    const regionOf = new Int32Array(points).fill(-1);
    regions.forEach((region, i) => region.points.forEach((point) => (regionOf[point] = i)));
    const tally = new RegionTally(regions.length);
    for (let point = 0; point < points; point++) {
      tally.add(textOf(point), regionOf[point]! < 0 ? null : regionOf[point]!);
      if (point % STEP === STEP - 1) yield (at + (point + 1) / points) / levels.length;
    }
    const words = tally.words();
    found.push(
      regions.map(({ x, y, points: own }, i) => ({ x, y, points: own.length, words: words[i]! })),
    );
  }
  return found;
}
