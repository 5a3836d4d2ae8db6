import { randomLcg, randomNormal } from 'd3';
import { describe, expect, it } from 'vitest';
import { densityRegions, LEVELS } from '../../../../src/core/regions/density.ts';
import { regionsInSteps } from '../../../../src/core/regions/regions.ts';
import { RegionTally } from '../../../../src/core/regions/words.ts';
import { contentLemmas } from '../../../../src/core/relate/lemmas.ts';
import { finish } from '../../../../src/core/relate/steps.ts';
import { readFixture } from '../../../fixtures/read.ts';

interface Fixture {
  regions: string[][];
  words: { word: string; count: number; texts: number; weight: number }[][];
}

/** Points about places, so many about each, one place after the other. */
function heaps(places: readonly (readonly [number, number])[], count: number, spread = 0.3) {
  const normal = randomNormal.source(randomLcg(4))(0, spread);
  return Float32Array.from(
    places.flatMap(([x, y]) =>
      Array.from({ length: count }, () => [x + normal(), y + normal()]).flat(),
    ),
  );
}

const CORNERS = [
  [0, 0],
  [10, 0],
  [0, 10],
  [10, 10],
] as const;

describe('regions of density', () => {
  it('are the heaps that the points lie in', () => {
    const regions = densityRegions(heaps(CORNERS, 50), LEVELS[0]!);
    expect(regions).toHaveLength(4);
    for (const { x, y, points } of regions) {
      const [first] = points;
      const [cx, cy] = CORNERS[Math.floor(first! / 50)]!;
      expect(Math.hypot(x - cx, y - cy)).toBeLessThan(0.5);
      expect([...points]).toEqual(Array.from({ length: 50 }, (_, i) => first! + i));
    }
  });

  it('are more and smaller from close by', () => {
    const pairs = CORNERS.flatMap(([x, y]) => [[x, y] as const, [x + 1.2, y] as const]);
    const positions = heaps(pairs, 40, 0.15);
    const numbers = LEVELS.map((level) => densityRegions(positions, level).length);
    expect(numbers[0]).toBe(4);
    expect(numbers.at(-1)).toBe(8);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  });

  it('leave out a few points that stand alone', () => {
    const positions = Float32Array.of(...heaps([[0, 0]], 60), 10, 10, -10, 4);
    expect(densityRegions(positions, LEVELS[0]!).map(({ points }) => points.length)).toEqual([60]);
  });

  it.each([
    ['no point', 0, 0],
    ['one point', 1, 0],
    ['a few', 3, 0],
    ['many in one place', 40, 1],
  ])('are defined for %s', (_, points, regions) => {
    expect(densityRegions(new Float32Array(points * 2), LEVELS[1]!)).toHaveLength(regions);
  });
});

/** Counts texts, each for its region. */
function tallyOf(regions: number, texts: readonly (readonly [string, number | null])[]) {
  const tally = new RegionTally(regions);
  for (const [text, region] of texts) tally.add(text, contentLemmas(text), region);
  return tally.words();
}

describe('words of regions', () => {
  it('have the c-TF-IDF of its definition', () => {
    const { regions, words } = readFixture<Fixture>('regions/words.json');
    const texts = regions.flatMap((own, region) => own.map((text) => [text, region] as const));
    tallyOf(regions.length, texts).forEach((found, region) => {
      expect(found.map(({ word, count, texts: own }) => [word, count, own])).toEqual(
        words[region]!.map(({ word, count, texts: own }) => [word, count, own]),
      );
      found.forEach(({ weight }, i) => expect(weight).toBeCloseTo(words[region]![i]!.weight, 12));
    });
  });

  it('are written as the region mostly writes them, and counted by stem', () => {
    const [words] = tallyOf(1, [
      ['Two sailors sailed. Boats sail, and the sails are white.', 0],
      ['A sail and a sail.', 0],
    ]);
    expect(words![0]).toMatchObject({ lemma: 'sail', word: 'sail', count: 5, texts: 2 });
  });

  it('are no words that one text alone has', () => {
    const [words] = tallyOf(1, [
      ['lighthouse lighthouse lighthouse keeper', 0],
      ['keeper', 0],
    ]);
    expect(words!.map(({ word }) => word)).toEqual(['keeper']);
  });

  it('are none that texts of no region have as often', () => {
    const own = ['harbour boat', 'harbour boat'].map((text) => [text, 0] as const);
    const elsewhere = ['boat garden', 'boat bird'].map((text) => [text, null] as const);
    const [words] = tallyOf(1, [...own, ...elsewhere]);
    expect(words!.map(({ word }) => word)).toEqual(['harbour']);
  });
});

describe('regions', () => {
  it('have words at every level', () => {
    const texts = ['harbour boat', 'garden bird', 'kitchen bread', 'court judge'];
    const steps = regionsInSteps(heaps(CORNERS, 50), (point) => texts[Math.floor(point / 50)]!);
    const levels = finish(steps);
    expect(levels).toHaveLength(LEVELS.length);
    const names = levels[0]!.map(({ words }) => words.map(({ word }) => word).join(' '));
    expect(names.toSorted()).toEqual([
      'bird garden',
      'boat harbour',
      'bread kitchen',
      'court judge',
    ]);
  });

  it('are none where there is nothing', () => {
    expect(finish(regionsInSteps(new Float32Array(0), () => ''))).toEqual([[], [], []]);
  });
});
