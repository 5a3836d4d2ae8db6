import { describe, expect, it } from 'vitest';
import { splatStyle } from '../../../../../src/ui/map/draw/splats.ts';

const WHOLE = { width: 700, height: 700 };

describe('the style of a crowd', () => {
  it('is fainter and finer the more points there are', () => {
    const [few, many, most] = [11_000, 100_000, 1_000_000].map((n) => splatStyle(n, WHOLE, 1));
    expect(few!.side).toBeGreaterThan(many!.side);
    expect(few!.opacity).toBeGreaterThan(many!.opacity);
    expect(many!.opacity).toBeGreaterThan(most!.opacity);
    // A point alone can still be seen.
    expect(most!.opacity).toBeGreaterThanOrEqual(0.2);
  });

  it('is stronger as one zooms in, and as large on a dense screen as on any other', () => {
    const closer = splatStyle(1_000_000, { width: 7000, height: 7000 }, 1);
    expect(closer.opacity).toBeGreaterThan(splatStyle(1_000_000, WHOLE, 1).opacity);
    expect(splatStyle(100_000, WHOLE, 2).side).toBe(2 * splatStyle(100_000, WHOLE, 1).side);
  });

  it('is defined for no points and for no extent', () => {
    for (const style of [splatStyle(0, WHOLE, 1), splatStyle(5, { width: 0, height: 0 }, 0.5)]) {
      expect(style.side).toBeGreaterThanOrEqual(1);
      expect(style.opacity).toBeGreaterThan(0);
      expect(style.opacity).toBeLessThanOrEqual(1);
    }
  });
});
