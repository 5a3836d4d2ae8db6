import { describe, expect, it } from 'vitest';
import { checkDelta, checkRuns } from '../../../../../../src/core/corpus/parse/parquet/runs.ts';

const runs = (bytes: readonly number[], width: number, count: number) => () =>
  checkRuns(Uint8Array.from(bytes), width, count);

describe('checkRuns', () => {
  it.each([
    ['none', [], 1, 0],
    ['one value', [2, 1], 1, 1],
    ['a run of equal values', [200, 1, 3], 2, 100],
    ['packed values, filled up to eight', [3, 0x88, 0xc6, 0xfa], 3, 5],
    ['one after the other', [8, 1, 3, 0xff, 8, 0], 1, 16],
    ['less than there are', [8, 1], 1, 100],
  ])('lets %s pass', (_, bytes, width, count) => {
    expect(runs(bytes, width, count)).not.toThrow();
  });

  it.each([
    ['a run that would fill all memory', [0xfe, 0xff, 0xff, 0xff, 0x0f, 1], 1, 3],
    ['packed values whose number is negative in 32 bits', [0x81, 0x80, 0x80, 0x80, 0x0f], 0, 3],
    ['a number that never ends', [0x80, 0x80, 0x80, 0x80, 0x80, 0x80], 1, 3],
    ['values wider than any', [2, 1], 255, 1],
  ])('refuses %s', (_, bytes, width, count) => {
    expect(runs(bytes, width, count)).toThrow(RangeError);
  });
});

describe('checkDelta', () => {
  it('lets blocks of parts pass, and refuses those without a length', () => {
    const check =
      (...bytes: number[]) =>
      () =>
        checkDelta(Uint8Array.from(bytes));
    expect(check(0x80, 1, 4)).not.toThrow();
    expect(check(0, 4)).toThrow(RangeError);
    expect(check(0x80, 1, 0)).toThrow(RangeError);
    expect(check(0xff, 0xff, 0xff, 0xff, 0x0f, 4)).toThrow(RangeError);
    expect(check(0x80, 1, 5)).toThrow(RangeError);
  });
});
