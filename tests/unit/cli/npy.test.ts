import { describe, expect, it } from 'vitest';
import { encodeNpy } from '../../../cli/npy.ts';

describe('encodeNpy', () => {
  // The bytes that numpy.save writes for numpy.array([[1, -2.5, 0]], dtype='<f4'), NumPy 2.4.6.
  const SAVED =
    '934e554d505901007600' +
    Buffer.from("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 3), }").toString('hex') +
    '20'.repeat(58) +
    '0a0000803f000020c000000000';

  it('writes the bytes that NumPy writes', () => {
    const file = encodeNpy(Float32Array.of(1, -2.5, 0), 1, 3);
    expect(Buffer.from(file).toString('hex')).toBe(SAVED);
  });

  it('aligns the numbers to 64 bytes, whatever the shape', () => {
    for (const [rows, dims] of [
      [0, 100],
      [123_456, 7],
      [1, 1],
    ] as const) {
      const size = rows * dims;
      expect((encodeNpy(new Float32Array(size), rows, dims).length - size * 4) % 64).toBe(0);
    }
  });
});
