import { contentLemmas } from '../relate/lemmas.ts';
import type { WordMemo } from '../relate/written.ts';
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
  const memo: WordMemo = new Map();
  const levels = LEVELS.map((level) => {
    const regions = densityRegions(positions, level);
    const regionOf = new Int32Array(points).fill(-1);
    regions.forEach((region, i) => region.points.forEach((point) => (regionOf[point] = i)));
    return { regions, regionOf, tally: new RegionTally(regions.length) };
  });
  for (let point = 0; point < points; point++) {
    const text = textOf(point);
    const lemmas = contentLemmas(text, memo);
    for (const { regionOf, tally } of levels) {
      tally.add(text, lemmas, regionOf[point]! < 0 ? null : regionOf[point]!);
    }
    if (point % STEP === STEP - 1) yield (point + 1) / points;
  }
  return levels.map(({ regions, tally }) => {
    const words = tally.words();
    return regions.map(({ x, y, points: own }, i) => ({
      x,
      y,
      points: own.length,
      words: words[i]!,
    }));
  });
}
