import { describe, expect, it } from 'vitest';
import { marksOf } from '../../../../../src/ui/groups.ts';
import { countUpTo, layersOf } from '../../../../../src/ui/map/draw/batch.ts';
import { looksOf } from '../../../../../src/ui/map/look/points.ts';
import { placeMap } from '../../../../../src/ui/map/place/place.ts';
import { corpusOf, mapOf } from '../fixtures.ts';

const corpus = corpusOf([
  { id: 'a', group: 'stories' },
  { id: 'b', group: 'stories' },
  { id: 's', group: 'tests' },
]);
const place = placeMap(
  mapOf([
    ['a', -1, 0],
    ['b', 1, 0],
    ['s', 0, 1],
  ]),
);
const looks = looksOf(place, corpus, marksOf(corpus), { colour: 'group', hidden: [] });
const layers = (lit: number[] | null, chosen: number[] | null) => {
  const { quiet, loud } = layersOf(place.places, looks, {
    lit: lit && new Set(lit),
    chosen: chosen && Uint8Array.from([0, 1, 2], (point) => Number(chosen.includes(point))),
  });
  return { quiet: [...quiet.points].sort(), loud: [...loud.points].sort(), batch: loud };
};

describe('the layers of a map', () => {
  it('let everything stand out where nothing is singled out', () => {
    expect(layers(null, null)).toMatchObject({ quiet: [], loud: [0, 1, 2] });
  });

  it('let the rest recede behind a selection, which is drawn over its lines', () => {
    expect(layers([0], null)).toMatchObject({ quiet: [1, 2], loud: [] });
  });

  it('let what is gathered stand out, and what is also selected be drawn once', () => {
    expect(layers(null, [1, 2])).toMatchObject({ quiet: [0], loud: [1, 2] });
    expect(layers([0, 1], [1, 2])).toMatchObject({ quiet: [], loud: [2] });
    expect(layers(null, [])).toMatchObject({ quiet: [0, 1, 2], loud: [] });
  });

  it('pack places and marks in drawing order, scenarios last', () => {
    const { batch } = layers(null, null);
    expect(batch.training).toBe(2);
    expect(batch.points[2]).toBe(2);
    batch.points.forEach((point, i) => {
      expect([...batch.places.subarray(2 * i, 2 * i + 2)]).toEqual([
        ...place.places.subarray(2 * point, 2 * point + 2),
      ]);
      expect(batch.mark[i]).toBe(looks.mark[point]);
    });
  });
});

describe('counting what is in view', () => {
  const places = Float32Array.of(0, 0, 0.5, 0.5, 1, 1, NaN, 0);
  const window = { left: 0, top: 0, right: 0.5, bottom: 0.5 };

  it('counts within the window, its edges included', () => {
    expect(countUpTo({ places }, window, 10)).toBe(2);
    expect(countUpTo({ places: new Float32Array() }, window, 10)).toBe(0);
  });

  it('stops one beyond what matters', () => {
    expect(countUpTo({ places: new Float32Array(20) }, window, 3)).toBe(4);
  });
});
