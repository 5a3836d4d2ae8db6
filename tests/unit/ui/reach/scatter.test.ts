import { describe, expect, it } from 'vitest';
import { percentileOf } from '../../../../src/core/relate/null.ts';
import type { NullEntry, Ranking, Relation } from '../../../../src/core/relate/types.ts';
import {
  drawSpots,
  field,
  labelSpots,
  placesOf,
  planeOf,
  SINGLY,
  spotAt,
  telling,
} from '../../../../src/ui/reach/plane.ts';
import type { Row } from '../../../../src/ui/reach/reach.ts';
import { scaleOf, scatterOf } from '../../../../src/ui/reach/scatter.ts';

/** Scores 0, .01, … 1; every other window shares more words. */
const scores = Float32Array.from({ length: 101 }, (_, i) => i / 100);
const nullOf = (windowSize: number, of = scores): NullEntry => ({
  scenario: 's',
  windowSize,
  distribution: { scores: of, documents: 40 },
  overlap: of.map((_, i) => (i % 2 ? 0.2 : 0.1)),
  wordingExplains: 0,
});

const row = (id: string, relation: Partial<Relation> = {}): Row => ({
  item: {
    id,
    role: 'training',
    group: 'g',
    title: `Title of ${id}`,
    text: '',
    passages: [],
    meta: new Map(),
    origin: 'own',
  },
  relation: {
    document: id,
    scenario: 's',
    relatedness: 0.5,
    percentile: 0.5,
    interval: null,
    corpusPercentile: null,
    windowSize: 3,
    tfidf: 0,
    overlap: 0.1,
    bm25: 0,
    surplus: 0.5,
    surplusInterval: null,
    littleWording: false,
    leakage: null,
    csls: null,
    lists: null,
    ...relation,
  },
});

const rankingOf = (rows: readonly Row[], nulls = [nullOf(3)]): Ranking => ({
  relations: rows.map(({ relation }) => relation),
  nulls,
  passing: { observed: 0, expected: 0 },
  surplusPassing: { observed: 0, expected: 0 },
  littleWordingPassing: { observed: 0, expected: 0 },
  hubs: null,
});

describe('the scale of a null', () => {
  it('is 0 at the median, and above 1 exactly where a percentile exceeds .95', () => {
    const scale = scaleOf(nullOf(3))!;
    expect(scale(0.5)).toBeCloseTo(0, 6);
    for (const score of [0.3, 0.9, 0.945, 0.949, 0.951, 0.955, 0.97, 1.2]) {
      expect(scale(score) > 1).toBe(percentileOf(scores, score) > 0.95);
    }
  });

  it('is none where all scores are one', () => {
    expect(scaleOf(nullOf(3, new Float32Array(50).fill(0.2)))).toBeNull();
    expect(scaleOf(nullOf(3, new Float32Array()))).toBeNull();
  });
});

describe('the scatter', () => {
  it('places texts of different length by their own nulls', () => {
    const longer = nullOf(
      5,
      scores.map((score) => score / 2 + 0.3),
    );
    const rows = [
      row('short', { relatedness: 0.95 }),
      row('long', { windowSize: 5, relatedness: 0.775 }),
    ];
    const scatter = scatterOf(rankingOf(rows, [nullOf(3), longer]), rows)!;
    expect(scatter.spots.map(({ x }) => x)).toEqual([0.1, 0.1]);
    for (const { y } of scatter.spots) expect(y).toBeCloseTo(1, 5);
    expect(scatter.corner).toBeCloseTo(0.1, 6);
    expect(scatter.neutral.x).toHaveLength(202);
  });

  it('has the band within which 90 of 100 neutral texts lie', () => {
    const { band, neutral } = scatterOf(rankingOf([row('d')]), [row('d')])!;
    const within = neutral.x.filter((x, i) => {
      const rest = neutral.y[i]! - (band.intercept + band.slope * x);
      return rest >= band.low && rest <= band.high;
    });
    expect(within.length / neutral.x.length).toBeCloseTo(0.9, 1);
  });

  it('keeps its axes when a group is hidden, and counts what has no place', () => {
    const rows = [row('a', { relatedness: 3 }), row('b', { overlap: null })];
    const ranking = rankingOf(rows);
    const [all, some] = [scatterOf(ranking, rows)!, scatterOf(ranking, rows.slice(1))!];
    expect([some.x, some.y]).toEqual([all.x, all.y]);
    expect(all.unplaced).toBe(1);
    expect(some.spots).toEqual([]);
  });

  it('is none without neutral texts', () => {
    expect(scatterOf(rankingOf([row('d')], []), [row('d')])).toBeNull();
    expect(scatterOf(rankingOf([]), [])!.spots).toEqual([]);
  });
});

describe('the drawing', () => {
  const rows = Array.from({ length: 30 }, (_, i) =>
    row(`d${i}`, {
      relatedness: 0.3 + i / 40,
      overlap: 0.02 + (i % 7) / 30,
      surplus: i / 30,
      littleWording: i === 3,
    }),
  );
  const scatter = scatterOf(rankingOf(rows), rows)!;
  const plane = planeOf(scatter, 800, 500);
  const places = placesOf(scatter.spots, plane);

  it('keeps every mark in its field', () => {
    const { left, right, top, bottom } = field(plane);
    for (let i = 0; i < places.length; i += 2) {
      expect(places[i]).toBeGreaterThanOrEqual(left);
      expect(places[i]).toBeLessThanOrEqual(right);
      expect(places[i + 1]).toBeGreaterThanOrEqual(top);
      expect(places[i + 1]).toBeLessThanOrEqual(bottom);
    }
  });

  it('finds the mark under a pointer, and none far from all', () => {
    expect(spotAt(places, places[8]! + 2, places[9]! - 1, 12)).toBe(4);
    expect(spotAt(places, -100, -100, 12)).toBeNull();
    expect(spotAt(new Float32Array(), 0, 0, 12)).toBeNull();
  });

  it('draws many marks as one path a group', () => {
    const marks = new Map([['g', { shape: 'square', ink: 'hue-2' } as const]]);
    expect(drawSpots(scatter.spots, places, marks, 8)).toHaveLength(30);
    const many = Array.from({ length: SINGLY + 1 }, () => scatter.spots[0]!);
    const [drawn, ...rest] = drawSpots(many, placesOf(many, plane), marks, 4);
    expect(rest).toEqual([]);
    expect(drawn!.ink).toBe('hue-2');
    expect(drawn!.path.match(/M/g)).toHaveLength(SINGLY + 1);
  });

  it('names what is related with little shared wording first, and writes no name over another', () => {
    expect(telling(scatter.spots, 5)[0]).toBe(3);
    const labels = labelSpots(scatter.spots, places, plane, (text) => text.length * 7);
    expect(labels.length).toBeGreaterThan(2);
    labels.forEach(({ box }, i) => {
      for (const other of labels.slice(i + 1)) {
        const apart =
          box.right <= other.box.left ||
          other.box.right <= box.left ||
          box.bottom <= other.box.top ||
          other.box.bottom <= box.top;
        expect(apart).toBe(true);
      }
    });
  });
});
