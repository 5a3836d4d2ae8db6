import { describe, expect, it } from 'vitest';
import { pixelOf, Raster } from '../../../../../src/ui/map/draw/raster.ts';

const PAPER = pixelOf('rgb(250 250 240)');
const BLUE = [0, 0, 255, 255];

/** A raster after some drawing, as rows of pixels. */
function painted(width: number, height: number, draw: (raster: Raster) => void): number[][][] {
  const raster = new Raster(width, height, 8);
  raster.clear(PAPER);
  draw(raster);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  raster.put(context as unknown as CanvasRenderingContext2D);
  const { data } = context.getImageData(0, 0, width, height);
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => [...data.slice(4 * (y * width + x)).slice(0, 4)]),
  );
}

/** A square mark of one colour. */
function square(side: number, colour: readonly number[]): ImageData {
  const mark = new ImageData(side, side);
  for (let i = 0; i < side * side; i++) mark.data.set(colour, 4 * i);
  return mark;
}

describe('a raster', () => {
  it('stamps a mark around its middle', () => {
    const rows = painted(6, 6, (raster) => raster.stamp(raster.stampOf(square(2, BLUE), 1), 3, 3));
    expect(rows[2]![2]).toEqual(BLUE);
    expect(rows[3]![3]).toEqual(BLUE);
    expect(rows[1]![2]).toEqual([250, 250, 240, 255]);
    expect(rows[4]![3]).toEqual([250, 250, 240, 255]);
  });

  it('mixes what is half transparent as the browser does, to one step', () => {
    for (const opacity of [0.26, 0.5, 0.9]) {
      const rows = painted(4, 4, (raster) =>
        raster.stamp(raster.stampOf(square(2, [200, 30, 100, 255]), opacity), 2, 2),
      );
      const expected = [200, 30, 100].map((over, i) => {
        const under = [250, 250, 240][i]!;
        return over * opacity + under * (1 - opacity);
      });
      rows[2]![2]!.slice(0, 3).forEach((value, i) => {
        expect(Math.abs(value - expected[i]!)).toBeLessThanOrEqual(1.5);
      });
    }
  });

  it('cuts marks off at every edge, without a trace on the other side', () => {
    for (const [x, y] of [
      [0, 3],
      [6, 3],
      [3, 0],
      [3, 6],
      [-1, -1],
      [40, 3],
      [3, -40],
    ] as const) {
      const rows = painted(6, 6, (raster) =>
        raster.stamp(raster.stampOf(square(4, BLUE), 1), x, y),
      );
      rows.forEach((row, py) =>
        row.forEach((pixel, px) => {
          const inside = px >= x - 2 && px < x + 2 && py >= y - 2 && py < y + 2;
          expect(pixel[2], `${px}, ${py} of a mark at ${x}, ${y}`).toBe(inside ? 255 : 240);
        }),
      );
    }
  });

  it('fills boxes as far as they are in sight', () => {
    const rows = painted(4, 4, (raster) => raster.fill(-2, 1, 4, 1, pixelOf('rgb(0 0 255)')));
    expect(rows[1]!.map(([, , blue]) => blue)).toEqual([255, 255, 240, 240]);
    expect(rows[0]![0]![2]).toBe(240);
  });
});
