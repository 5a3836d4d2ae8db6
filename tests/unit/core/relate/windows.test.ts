import { describe, expect, it } from 'vitest';
import { largestWindowSize, windowsOf, windowStarts } from '../../../../src/core/relate/windows.ts';

describe('windows of the reference', () => {
  it('are all there are, or three from the first to the last', () => {
    expect(windowStarts(2, 3)).toEqual([]);
    expect(windowStarts(3, 3)).toEqual([0]);
    expect(windowStarts(5, 3)).toEqual([0, 1, 2]);
    expect(windowStarts(9, 2)).toEqual([0, 4, 7]);
    expect(windowStarts(9, 2, 1)).toEqual([0]);
  });

  it('name their document', () => {
    expect(windowsOf([1, 3], 2)).toEqual([
      { document: 1, start: 0 },
      { document: 1, start: 1 },
    ]);
  });
});

describe('the largest window size', () => {
  it('has thirty documents behind it', () => {
    const lengths = [...new Array<number>(29).fill(9), 5, ...new Array<number>(70).fill(3)];
    expect(largestWindowSize(lengths)).toBe(5);
  });

  it('has half of a smaller reference behind it', () => {
    expect(largestWindowSize([4, 3, 2, 1])).toBe(3);
    expect(largestWindowSize([4, 3, 2])).toBe(3);
    expect(largestWindowSize([7])).toBe(7);
  });

  it('is 0 without passages', () => {
    expect(largestWindowSize([])).toBe(0);
    expect(largestWindowSize([0, 0])).toBe(0);
  });
});
