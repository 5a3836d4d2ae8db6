import { describe, expect, it } from 'vitest';
import { DEFAULT_VIEW, decodeView, encodeView } from '../../../../../src/core/project/view.ts';
import {
  FITTED,
  fitScale,
  frameOf,
  placesOf,
  projectionOf,
  sameCamera,
  toCamera,
  toTransform,
  type Camera,
} from '../../../../../src/ui/map/place/camera.ts';

const SIZE = { width: 800, height: 600 };

/** Where the camera shows each position, in pixels. */
function onScreen(positions: number[], camera: Camera = FITTED, size = SIZE): number[] {
  const array = Float32Array.from(positions);
  const frame = frameOf(array);
  const fit = fitScale(frame, size, 50);
  const { scale, x, y } = projectionOf(toTransform(camera, size, fit), size, fit);
  return [...placesOf(array, frame)].map((place, i) => scale * place + (i % 2 === 0 ? x : y));
}

describe('a fitted map', () => {
  it('touches its margins on the longer side and keeps the middle in the middle', () => {
    expect(onScreen([-8, 2, 8, 2, 0, 4, 0, 0]).map(Math.round)).toEqual([
      50, 300, 750, 300, 400, 213, 400, 388,
    ]);
  });

  it('fits a tall map by its height, y upwards', () => {
    expect(onScreen([0, 0, 0, 10])).toEqual([400, 550, 400, 50]);
  });

  it('puts one point, and points at one place, in the middle', () => {
    expect(onScreen([3, 4])).toEqual([400, 300]);
    expect(onScreen([3, 4, 3, 4])).toEqual([400, 300, 400, 300]);
  });

  it('knows a frame for no points at all', () => {
    const frame = frameOf(new Float32Array());
    expect(frame.unit).toBe(1);
    expect(Number.isFinite(fitScale(frame, SIZE, 50))).toBe(true);
  });

  it('survives a canvas smaller than its margins', () => {
    for (const value of onScreen([0, 0, 1, 1], FITTED, { width: 20, height: 10 })) {
      expect(Number.isFinite(value)).toBe(true);
    }
  });
});

describe('a camera', () => {
  const camera = { x: 0.25, y: -0.5, k: 3.5 };

  it('comes back from the transform that it gives', () => {
    const back = toCamera(toTransform(camera, SIZE, 123), SIZE, 123);
    expect(back.x).toBeCloseTo(camera.x, 10);
    expect(back.y).toBeCloseTo(camera.y, 10);
    expect(back.k).toBe(camera.k);
  });

  it('shows the place that it names in the middle, on any canvas', () => {
    const positions = [-1, -1, 1, 1, 0.25, 0.5];
    for (const size of [SIZE, { width: 390, height: 700 }]) {
      const [x, y] = onScreen(positions, camera, size).slice(4);
      expect(x).toBeCloseTo(size.width / 2, 3);
      expect(y).toBeCloseTo(size.height / 2, 3);
    }
  });

  it('survives a link to less than a pixel', () => {
    const deep = { x: 0.123456, y: 0.654321, k: 200 };
    const back = decodeView(encodeView({ ...DEFAULT_VIEW, camera: deep })).view.camera!;
    const pixels = 200 * fitScale(frameOf(Float32Array.of(-1, -1, 1, 1)), SIZE, 50);
    expect(Math.abs(back.x - deep.x) * pixels).toBeLessThan(1);
    expect(Math.abs(back.y - deep.y) * pixels).toBeLessThan(1);
  });

  it('is the same within rounding only', () => {
    expect(sameCamera(camera, { ...camera, x: camera.x + 1e-5 })).toBe(true);
    expect(sameCamera(camera, { ...camera, k: 3.6 })).toBe(false);
  });
});
