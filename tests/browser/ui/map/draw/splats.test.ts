import { describe, expect, it } from 'vitest';
import { pixelOf, Raster } from '../../../../../src/ui/map/draw/raster.ts';
import { Splats } from '../../../../../src/ui/map/draw/splats.ts';

const SIDE = 12;
const COLOURS = Uint32Array.of(pixelOf('rgb(200 0 0)'), pixelOf('rgb(0 0 200)'));

/** Red, green and blue of each pixel after points have been drawn on white, one unit a pixel. */
function drawn(
  points: readonly (readonly [x: number, y: number, mark?: number])[],
  { side = 2, opacity = 0.5, x = 0, splats = new Splats() } = {},
): (column: number, row: number) => number[] {
  const raster = new Raster(SIDE, SIDE, 8);
  raster.clear(pixelOf('#fff'));
  const places = Float32Array.from(points.flatMap(([px, py]) => [px, py]));
  const mark = Uint8Array.from(points, ([, , its = 0]) => its);
  const projection = { scale: 1, x, y: 0 };
  splats.draw(raster, { places, mark }, points.length, projection, COLOURS, { side, opacity });
  const context = new OffscreenCanvas(SIDE, SIDE).getContext('2d')!;
  raster.put(context as unknown as CanvasRenderingContext2D);
  const { data } = context.getImageData(0, 0, SIDE, SIDE);
  return (column, row) => [...data.slice(4 * (row * SIDE + column)).slice(0, 3)];
}

describe('points that crowd', () => {
  it('fill their cell, and no other', () => {
    const at = drawn([[4.5, 4.5]], { opacity: 1 });
    expect(at(4, 4)).toEqual([200, 0, 0]);
    expect(at(5, 5)).toEqual([200, 0, 0]);
    expect(at(6, 5)).toEqual([255, 255, 255]);
    expect(at(3, 4)).toEqual([255, 255, 255]);
  });

  it('add up: each covers as much of what the others left', () => {
    for (const count of [1, 2, 3]) {
      const at = drawn(Array.from({ length: count }, () => [4.5, 4.5] as const));
      expect(Math.abs(at(4, 4)[1]! - 255 * 0.5 ** count)).toBeLessThanOrEqual(1.5);
    }
    expect(drawn(Array.from({ length: 70_000 }, () => [4.5, 4.5] as const))(4, 4)[1]).toBeLessThan(
      2,
    );
  });

  it('have the colour of the last of a cell', () => {
    const at = drawn([[4.5, 4.5, 1], [4.5, 4.5, 0], [8.5, 8.5, 0], [8.5, 8.5, 1]], { opacity: 1 }); // prettier-ignore
    expect([at(4, 4), at(8, 8)]).toEqual([
      [200, 0, 0],
      [0, 0, 200],
    ]);
  });

  it('move with the map pixel by pixel, cut off at the edges', () => {
    for (const x of [-5, -4, -1, 0, 1, 3, 7]) {
      const at = drawn([[4.5, 4.5]], { opacity: 1, x });
      for (let column = 0; column < SIDE; column++) {
        const inside = column >= 4 + x && column < 6 + x;
        expect(at(column, 4)[1], `${column} of a map at ${x}`).toBe(inside ? 0 : 255);
      }
    }
  });

  it('leave nothing behind for the next frame, and nothing for places that are none', () => {
    const splats = new Splats();
    drawn([[4.5, 4.5]], { splats });
    const at = drawn([[NaN, 2], [1e30, 2], [-1e30, 2]], { splats }); // prettier-ignore
    for (let row = 0; row < SIDE; row++) expect(at(4, row)).toEqual([255, 255, 255]);
  });
});
