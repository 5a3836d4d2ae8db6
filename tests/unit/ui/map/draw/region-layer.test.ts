import { describe, expect, it } from 'vitest';
import type { Region } from '../../../../../src/core/regions/regions.ts';
import { placeLabels } from '../../../../../src/ui/map/draw/labels.ts';
import { nameOf, RegionLayer, wordsLeft } from '../../../../../src/ui/map/draw/region-layer.ts';
import { placeMap } from '../../../../../src/ui/map/place/place.ts';
import { mapOf } from '../fixtures.ts';

const regionAt = (x: number, y: number, ...words: string[]): Region => ({
  x,
  y,
  points: 9,
  words: words.map((word) => ({ word, lemma: `${word}-`, count: 4, texts: 3, weight: 1 })),
});

const map = mapOf([
  ['a', -1, -1],
  ['b', 1, 1],
]);
const place = placeMap(map);
const levels = [[regionAt(0, 0, 'harbour', 'boat', 'sail', 'fish')], [regionAt(0, 0, 'pier')]];
const size = { width: 400, height: 400 };
/** The whole map on the canvas, magnified so many times around its middle. */
const ground = (k: number) => ({ size, projection: { scale: 200 * k, x: 200, y: 200 } });

describe('names of regions', () => {
  it('are the first three words that are not struck out', () => {
    const words = wordsLeft(levels[0]![0]!, ['boat', 'sail-']);
    expect(nameOf(words)).toBe('harbour, fish');
    expect(nameOf(levels[0]![0]!.words)).toBe('harbour, boat, sail');
  });

  it('get finer as one looks closer', () => {
    const layer = new RegionLayer(place, { map, levels }, []);
    expect(layer.inView(ground(1)).map(({ name }) => name)).toEqual(['harbour, boat, sail']);
    expect(layer.inView(ground(3)).map(({ name }) => name)).toEqual(['pier']);
  });

  it('are not shown where no word is left, nor out of view', () => {
    const struck = new RegionLayer(place, { map, levels: [[regionAt(0, 0, 'boat')]] }, ['boat']);
    expect(struck.inView(ground(1))).toEqual([]);
    const aside = new RegionLayer(place, { map, levels: [[regionAt(1, 1, 'boat')]] }, []);
    expect(aside.inView({ size, projection: { scale: 200, x: -300, y: 200 } })).toEqual([]);
  });

  it('stand over their places, one never over another, and are found there', () => {
    const crowd = [regionAt(0, 0, 'harbour'), regionAt(0.01, 0, 'garden')];
    const layer = new RegionLayer(place, { map, levels: [crowd] }, []);
    const inView = layer.inView(ground(1));
    const wishes = inView.map(({ name, x, y }, point) => ({
      point,
      text: name,
      width: 60,
      height: 18,
      x: 200 + 200 * x,
      y: 200 + 200 * y,
      radius: 0,
      tolerance: Infinity,
      centred: true,
    }));
    const labels = placeLabels(wishes, { left: 0, top: 0, right: 400, bottom: 400 });
    layer.drew(labels, inView);
    expect(labels).toHaveLength(2);
    expect(layer.at(200, 200)?.name).toBe('harbour');
    expect(layer.at(205, 180)?.name).toBe('garden');
    expect(layer.at(10, 10)).toBeNull();
  });
});
