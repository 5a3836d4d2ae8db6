import { describe, expect, it } from 'vitest';
import {
  overlap,
  placeLabels,
  shorten,
  type LabelWish,
} from '../../../../../src/ui/map/draw/labels.ts';

const BOUNDS = { left: 0, top: 0, right: 800, bottom: 600 };
const wish = (point: number, x: number, y: number, more: Partial<LabelWish> = {}): LabelWish => ({
  point,
  text: `label ${point}`,
  width: 90,
  height: 16,
  x,
  y,
  radius: 5,
  tolerance: 0,
  ...more,
});
const points = (wishes: LabelWish[], covered?: () => number): number[] =>
  placeLabels(wishes, BOUNDS, covered).map(({ wish: { point } }) => point);

describe('labels', () => {
  it('stand beside their mark, clear of it', () => {
    const [placed] = placeLabels([wish(0, 400, 300)], BOUNDS);
    expect(placed!.box.left).toBeGreaterThan(405);
    expect((placed!.box.top + placed!.box.bottom) / 2).toBe(300);
  });

  it('never overlap, however many crowd', () => {
    const crowd = Array.from({ length: 60 }, (_, i) =>
      wish(i, 300 + ((i * 37) % 200), 250 + ((i * 53) % 100), { tolerance: i < 5 ? Infinity : 0 }),
    );
    const placed = placeLabels(crowd, BOUNDS);
    expect(placed.length).toBeGreaterThan(8);
    for (const [i, a] of placed.entries()) {
      for (const b of placed.slice(i + 1)) expect(overlap(a.box, b.box)).toBe(false);
    }
  });

  it('give way to those wanted more', () => {
    const same = Array.from({ length: 12 }, (_, i) => wish(i, 400, 300));
    expect(points(same)[0]).toBe(0);
    expect(points(same).length).toBeLessThan(12);
  });

  it('stay within the canvas', () => {
    for (const [x, y] of [
      [795, 300],
      [5, 5],
      [400, 598],
      [798, 598],
    ] as const) {
      const [placed] = placeLabels([wish(0, x, y)], BOUNDS);
      expect(placed!.box.left).toBeGreaterThanOrEqual(0);
      expect(placed!.box.right).toBeLessThanOrEqual(800);
      expect(placed!.box.top).toBeGreaterThanOrEqual(0);
      expect(placed!.box.bottom).toBeLessThanOrEqual(600);
    }
    expect(points([wish(0, 400, 300, { width: 900 })])).toEqual([]);
  });

  it('cover no more than they may', () => {
    expect(points([wish(0, 400, 300)], () => 1)).toEqual([]);
    expect(points([wish(0, 400, 300, { tolerance: 1 })], () => 1)).toEqual([0]);
  });

  it('take the seat that costs least', () => {
    const [placed] = placeLabels([wish(0, 400, 300, { tolerance: 9 })], BOUNDS, ({ right }) =>
      right < 400 ? 1 : 5,
    );
    expect(placed!.box.right).toBeLessThan(400);
  });
});

describe('a long title', () => {
  it('is cut at a word', () => {
    expect(shorten('The Keeper’s Log')).toBe('The Keeper’s Log');
    expect(shorten('A very long title about everything that happened', 24)).toBe(
      'A very long title about…',
    );
    expect(shorten('x'.repeat(50), 10)).toBe(`${'x'.repeat(9)}…`);
  });
});
