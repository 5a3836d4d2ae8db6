import { afterEach, describe, expect, it, vi } from 'vitest';
import { cosines, fastestCosines } from '../../../../src/core/space/cosines.ts';
import { dot, row } from '../../../../src/core/space/matrix.ts';
import { plainCosines } from '../../../../src/core/space/plain-cosines.ts';
import { SimdCosines } from '../../../../src/core/space/simd-cosines.ts';
import type { Matrix } from '../../../../src/core/space/types.ts';
import { randomRows, unitMatrix } from './rows.ts';

/** The largest error against sums in float64. */
function worst(a: Matrix, b: Matrix): number {
  return cosines(a.data, b.data, a.dims).reduce((most, cosine, cell) => {
    const exact = dot(row(a, Math.floor(cell / b.rows)), row(b, cell % b.rows));
    return Math.max(most, Math.abs(cosine - exact));
  }, 0);
}

function plain(a: Matrix, b: Matrix): Float32Array {
  const out = new Float32Array(a.rows * b.rows);
  plainCosines(a.data, b.data, a.dims, out);
  return out;
}

describe.each([
  ['on SIMD', (...args: Parameters<typeof plainCosines>) => new SimdCosines().compute(...args)],
  ['one at a time', plainCosines],
])('cosines %s', (_, compute) => {
  it('are four interleaved sums in float32', () => {
    const a = Float32Array.of(0.5, 0.25, 2 ** -24, 1 / 3, 0.7, 0.1, 0.3);
    const b = Float32Array.of(0.125, 0.5, 1, 0.3, 0.4, -0.6, 0.9);
    const f = Math.fround;
    const at = (d: number): number => f(a[d]! * b[d]!);
    const lanes = [f(at(0) + at(4)), f(at(1) + at(5)), f(at(2) + at(6)), at(3)];
    const out = new Float32Array(1);
    compute(a, b, 7, out);
    expect(out[0]).toBe(f(f(lanes[0]! + lanes[2]!) + f(lanes[1]! + lanes[3]!)));
  });

  it('never leave [−1, 1]', () => {
    const one = Float32Array.of(0.6, 0.8000001);
    const two = Float32Array.of(0.6, 0.8000001, -0.6, -0.8000001, 0, 0);
    const out = new Float32Array(3);
    compute(one, two, 2, out);
    expect([...out]).toEqual([1, -1, 0]);
  });
});

describe('cosines', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it.each([1, 3, 4, 13, 100, 384, 1030])(
    'of %i dims are the plain ones, to the last bit',
    (dims) => {
      const sides = [1, 2, 3, 5, 63, 64, 65, 130];
      for (const [m, n] of sides.flatMap((side, i) => [
        [side, sides.at(-1 - i)!] as const,
        [side, side] as const,
      ])) {
        const [a, b] = [randomRows(m, dims, m), randomRows(n, dims, 1000 + n)];
        expect(cosines(a.data, b.data, dims)).toEqual(plain(a, b));
      }
    },
  );

  it('do not depend on what else is computed, before or beside', () => {
    const [a, b] = [randomRows(70, 50, 1), randomRows(150, 50, 2)];
    const all = cosines(a.data, b.data, 50);
    for (const [i, j] of [
      [0, 0],
      [69, 149],
      [64, 63],
      [33, 128],
    ] as const) {
      cosines(randomRows(9, 333, i).data, randomRows(9, 333, j).data, 333);
      const [alone] = cosines(row(a, i), row(b, j), 50);
      expect(alone).toBe(all[i * 150 + j]);
      expect(cosines(row(b, j), row(a, i), 50)[0]).toBe(alone);
    }
  });

  it('are as exact as float32 allows, for typical rows and for the worst', () => {
    for (const dims of [100, 384, 1024]) {
      expect(worst(randomRows(50, dims, 1), randomRows(50, dims, 2))).toBeLessThan(1e-7);
      const even = unitMatrix([Array.from({ length: dims }, (_, d) => 1 + (d % 7) / 9)]);
      expect(worst(even, even)).toBeLessThan((dims / 4 + 3) * 2 ** -24);
    }
  });

  it('are nothing for no rows', () => {
    expect(cosines(new Float32Array(0), randomRows(3, 4, 1).data, 4)).toHaveLength(0);
    expect(cosines(randomRows(3, 4, 1).data, new Float32Array(0), 4)).toHaveLength(0);
  });

  it('fill the beginning of an array that is given', () => {
    const out = new Float32Array(9).fill(7);
    const { data } = unitMatrix([
      [1, 0],
      [0, 1],
    ]);
    expect(cosines(data, data, 2, out)).toBe(out);
    expect([...out]).toEqual([1, 0, 0, 1, 7, 7, 7, 7, 7]);
  });

  it('are plain ones without WebAssembly, and where a policy forbids it', () => {
    expect(fastestCosines()).not.toBe(plainCosines);
    const forbid = function (): never {
      throw new Error('unsafe-eval');
    };
    for (const global of [undefined, { Module: forbid }]) {
      vi.stubGlobal('WebAssembly', global);
      expect(() => new SimdCosines()).toThrow();
      expect(fastestCosines()).toBe(plainCosines);
    }
  });
});
