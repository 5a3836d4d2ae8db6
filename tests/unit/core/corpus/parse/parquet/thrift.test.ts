import { describe, expect, it } from 'vitest';
import { ThriftReader } from '../../../../../../src/core/corpus/parse/parquet/thrift.ts';

const read = (...bytes: number[]) => new ThriftReader(Uint8Array.from(bytes));
const struct = (...bytes: number[]) => [...read(...bytes).struct()];

/** What five bytes say that are read as a number of 32 bits: −1, where it has a sign. */
const ALL_ONES = [0xff, 0xff, 0xff, 0xff, 0x0f];

describe('ThriftReader', () => {
  it('reads fields by their numbers, those of long distance included', () => {
    expect(struct(0x15, 0x04, 0x16, 0x03, 0x11, 0x05, 0x50, 0x09, 0)).toEqual([
      [1, 2],
      [2, -2],
      [3, true],
      [40, -5],
    ]);
    expect(struct(0)).toEqual([]);
  });

  it('reads lists, structs in them, and passes over texts', () => {
    expect(struct(0x18, 2, 0x61, 0x62, 0x19, 0x2c, 0x15, 2, 0, 0, 0)).toEqual([
      [1, 2],
      [2, [new Map([[1, 1]]), new Map()]],
    ]);
  });

  it.each([
    ['a text that leads back', [0x18, ...ALL_ONES, 0]],
    ['a text longer than the file', [0x18, 5, 0x61, 0]],
    ['a list longer than the file', [0x19, 0xfc, ...ALL_ONES, 0]],
    ['a number that never ends', [0x15, ...Array<number>(12).fill(0x80), 0]],
    ['a number of more than 32 bits', [0x15, 0xff, 0xff, 0xff, 0xff, 0x10, 0]],
    ['a type that Parquet has not', [0x1b, 0]],
    ['an end before the end', [0x15]],
    ['nothing', []],
    ['structs without end', Array<number>(100).fill(0x1c)],
  ])('refuses %s', (_, bytes) => {
    expect(() => struct(...bytes)).toThrow(RangeError);
  });
});
