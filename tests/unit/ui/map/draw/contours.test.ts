import { randomLcg, randomNormal } from 'd3';
import { describe, expect, it } from 'vitest';
import { contoursOf, LEVELS, ringsPath } from '../../../../../src/ui/map/draw/contours.ts';

const WINDOW = { left: -1, top: -1, right: 1, bottom: 1 };
const CELL = 0.01;

/** Points around a middle, normally spread. */
function cloud(points: number, x: number, y: number, spread: number): Float32Array {
  const normal = randomNormal.source(randomLcg(3))(0, spread);
  return Float32Array.from({ length: 2 * points }, (_, i) => (i % 2 === 0 ? x : y) + normal());
}

describe('density contours', () => {
  it('are none where nothing is in view', () => {
    expect(contoursOf([], WINDOW, CELL)).toEqual([]);
    expect(contoursOf([{ places: Float32Array.of(9, 9) }], WINDOW, CELL)).toEqual([]);
  });

  it('lie where a normal cloud has that share of its highest density', () => {
    // exp(−r²/2σ²) = level at r = σ √(2 ln 1/level); the blur widens the cloud by a few cells.
    const spread = 0.2;
    const found = contoursOf([{ places: cloud(400_000, 0.1, -0.2, spread) }], WINDOW, CELL);
    expect(found.map(({ level }) => level)).toEqual([...LEVELS]);
    for (const { level, rings } of found.slice(1)) {
      const outer = rings.reduce((a, b) => (b.length > a.length ? b : a));
      let radius = 0;
      for (let i = 0; i < outer.length; i += 2) {
        radius += Math.hypot(outer[i]! - 0.1, outer[i + 1]! + 0.2) / (outer.length / 2);
      }
      const expected = spread * Math.sqrt(2 * Math.log(1 / level));
      expect(Math.abs(radius / expected - 1), `level ${level}`).toBeLessThan(0.08);
    }
  });

  it('go round identical points, and round two clouds apart', () => {
    const same = contoursOf([{ places: new Float32Array(2000) }], WINDOW, CELL);
    for (const { rings } of same) expect(rings).toHaveLength(1);
    const two = contoursOf(
      [{ places: cloud(5000, -0.6, 0, 0.05) }, { places: cloud(5000, 0.6, 0, 0.05) }],
      WINDOW,
      CELL,
    );
    expect(two.at(-1)!.rings.length).toBeGreaterThanOrEqual(2);
  });

  it('are closed paths in pixels', () => {
    const ring = Float32Array.of(0, 0, 1, 0, 1, 1);
    expect(ringsPath([ring], { scale: 10, x: 5, y: 0 })).toBe('M5.0 0.0L15.0 0.0L15.0 10.0Z');
    expect(ringsPath([], { scale: 1, x: 0, y: 0 })).toBe('');
  });
});
