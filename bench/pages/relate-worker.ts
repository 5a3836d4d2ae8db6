import { randomLcg } from 'd3';
import { cosines } from '../../src/core/space/cosines.ts';
import { dot, normaliseRows } from '../../src/core/space/matrix.ts';
import { plainCosines } from '../../src/core/space/plain-cosines.ts';

/** Passages of a scenario and of documents, and how often to compare them. */
export interface Shape {
  readonly scenario: number;
  readonly documents: number;
  readonly dims: number;
  readonly runs: number;
  readonly plainRuns: number;
}

/** Milliseconds of every run, and the largest error against sums in float64. */
export interface Measured {
  /** The first call of a fresh worker, which compiles the kernel. */
  readonly first: number;
  readonly kernel: readonly number[];
  readonly plain: readonly number[];
  readonly error: number;
}

function measure({ scenario, documents, dims, runs, plainRuns }: Shape): Measured {
  const a = unitRows(scenario, dims, 1);
  const b = unitRows(documents, dims, 2);
  const out = new Float32Array(scenario * documents);
  const kernel = (): unknown => cosines(a, b, dims, out);
  const plain = (): unknown => plainCosines(a, b, dims, out);
  return {
    first: milliseconds(kernel),
    kernel: Array.from({ length: runs }, () => milliseconds(kernel)),
    error: largestError(a, b, dims, out),
    plain: Array.from({ length: plainRuns }, () => milliseconds(plain)),
  };
}

function unitRows(rows: number, dims: number, seed: number): Float32Array {
  const random = randomLcg(seed);
  return normaliseRows(
    Float32Array.from({ length: rows * dims }, () => random() - 0.5),
    dims,
  );
}

function largestError(a: Float32Array, b: Float32Array, dims: number, found: Float32Array): number {
  const columns = b.length / dims;
  return found.reduce((most, cosine, cell) => {
    const p = Math.floor(cell / columns) * dims;
    const q = (cell % columns) * dims;
    const exact = dot(a.subarray(p, p + dims), b.subarray(q, q + dims));
    return Math.max(most, Math.abs(cosine - exact));
  }, 0);
}

function milliseconds(action: () => unknown): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}

self.onmessage = ({ data }: MessageEvent<Shape>) => {
  self.postMessage(measure(data));
};
