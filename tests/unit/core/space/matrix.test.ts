import { describe, expect, it } from 'vitest';
import {
  countZeroRows,
  dot,
  meanRow,
  normaliseRows,
  row,
  zeros,
} from '../../../../src/core/space/matrix.ts';

describe('matrix rows', () => {
  it('are views that write through', () => {
    const matrix = zeros(3, 2);
    row(matrix, 1).set([3, 4]);
    expect([...matrix.data]).toEqual([0, 0, 3, 4, 0, 0]);
  });

  it('are normalised in place, and zero or near-zero rows become zero', () => {
    const data = Float32Array.of(3, 4, 0, 0, 1e-8, -1e-8);
    expect(normaliseRows(data, 2)).toBe(data);
    expect([...data]).toEqual([Math.fround(0.6), Math.fround(0.8), 0, 0, 0, 0]);
  });

  it('have a mean, zeros if there are none', () => {
    expect([...meanRow(Float32Array.of(1, 2, 3, 6), 2)]).toEqual([2, 4]);
    expect([...meanRow(new Float32Array(0), 2)]).toEqual([0, 0]);
  });

  it('are counted if they are zero throughout', () => {
    expect(countZeroRows(Float32Array.of(0, 0, 1e-30, 0, 0, -1, 0, -0), 2)).toBe(2);
    expect(countZeroRows(new Float32Array(0), 2)).toBe(0);
  });

  it('have dot products in float64', () => {
    expect(dot([1e8, 1], [1e8, 1])).toBe(1e16 + 1);
    expect(dot([3, 0.5], [2, 4])).toBe(8);
  });
});
