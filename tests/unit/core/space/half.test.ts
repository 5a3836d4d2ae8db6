import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { fromHalves, toHalves } from '../../../../src/core/space/half.ts';

const bitsOf = (...values: number[]): number[] => [...toHalves(Float32Array.from(values))];

test.each([
  [0, 0x0000],
  [-0, 0x8000],
  [1, 0x3c00],
  [-2, 0xc000],
  [65504, 0x7bff],
  [2 ** -14, 0x0400],
  [2 ** -24, 0x0001],
  [1 / 3, 0x3555],
  [Infinity, 0x7c00],
  [65520, 0x7c00],
  [65519, 0x7bff],
])('%d is %d in half precision', (value, bits) => {
  expect(bitsOf(value)).toEqual([bits]);
});

it('rounds to the nearest, ties to even, among normal and subnormal numbers', () => {
  expect(bitsOf(1 + 2 ** -11, 1 + 3 * 2 ** -11)).toEqual([0x3c00, 0x3c02]);
  expect(bitsOf(1 + 2 ** -11 + 2 ** -20, 2 - 2 ** -12)).toEqual([0x3c01, 0x4000]);
  expect(bitsOf(2 ** -25, 3 * 2 ** -25, 2 ** -14 - 2 ** -26)).toEqual([0, 2, 0x0400]);
});

it('keeps a NaN', () => {
  expect(fromHalves(toHalves(Float32Array.of(NaN)))[0]).toBeNaN();
});

it('every half-precision number comes back as it was', () => {
  const bits = Uint16Array.from({ length: 0x10000 }, (_, i) => i).filter(
    (each) => (each & 0x7c00) !== 0x7c00 || (each & 0x3ff) === 0,
  );
  expect(toHalves(fromHalves(bits))).toEqual(bits);
});

it('is off by at most 2⁻¹¹ of a number in the range of vectors', () => {
  fc.assert(
    fc.property(fc.float({ min: Math.fround(-1), max: 1, noNaN: true }), (value) => {
      const [rounded = NaN] = fromHalves(toHalves(Float32Array.of(value)));
      expect(Math.abs(rounded - value)).toBeLessThanOrEqual(
        Math.max(Math.abs(value) * 2 ** -11, 2 ** -25),
      );
    }),
  );
});
