import { describe, expect, it } from 'vitest';
import { endOf, linePath, scrollToSee } from '../../../../src/ui/reader/lines.ts';

describe('ends of a line', () => {
  it('lies in the middle of what is visible of the passage', () => {
    expect(endOf({ top: 100, bottom: 200 }, 400)).toEqual({ y: 150, away: false });
    expect(endOf({ top: -100, bottom: 100 }, 400)).toEqual({ y: 50, away: false });
  });

  it('stays at the edge that a passage has left by', () => {
    expect(endOf({ top: -90, bottom: -10 }, 400)).toMatchObject({ away: true });
    expect(endOf({ top: -90, bottom: -10 }, 400).y).toBeLessThan(20);
    expect(endOf({ top: 500, bottom: 600 }, 400).y).toBeGreaterThan(380);
  });

  it('reaches from edge to edge of the gutter', () => {
    const path = linePath({ y: 10, away: false }, { y: 90, away: false }, 64);
    expect(path).toBe('M0 10C32 10 32 90 64 90');
  });
});

describe('bringing a passage into sight', () => {
  it('moves nothing that can be seen', () => {
    expect(scrollToSee({ top: 20, bottom: 120 }, 400, 1000)).toBeNull();
    expect(scrollToSee({ top: 20, bottom: 900 }, 400, 1000)).toBeNull();
  });

  it('centres a passage that fits, and begins with one that does not', () => {
    expect(scrollToSee({ top: 900, bottom: 1000 }, 400, 50)).toBe(800);
    expect(scrollToSee({ top: -1000, bottom: -200 }, 400, 2000)).toBeCloseTo(994);
  });
});
