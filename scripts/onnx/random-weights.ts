import type { Graph } from './graph.ts';

/** How the weights of a random model are stored. */
export type WeightType = 'float32' | 'q8';

/**
 * Source of random weights: evenly distributed, reproducible from the seed (mulberry32). With `q8`
 * they are stored as int8 and scaled back in the graph.
 */
export class RandomWeights {
  readonly #graph: Graph;
  readonly #type: WeightType;
  #state: number;

  constructor(graph: Graph, type: WeightType, seed: number) {
    this.#graph = graph;
    this.#type = type;
    this.#state = seed;
  }

  /** A matrix [rows × columns] of the given standard deviation; returns its name in the graph. */
  matrix(rows: number, columns: number, deviation: number): string {
    const limit = deviation * Math.sqrt(3);
    const values = Float32Array.from({ length: rows * columns }, () => limit * this.#next());
    if (this.#type === 'float32') return this.#graph.constant(values, [rows, columns]);
    const scale = limit / 127;
    const rounded = Int8Array.from(values, (value) => Math.round(value / scale));
    return this.#graph.node('DequantizeLinear', [
      this.#graph.constant(rounded, [rows, columns]),
      this.#graph.scalar(scale),
    ]);
  }

  vector(size: number, value: number): string {
    return this.#graph.constant(new Float32Array(size).fill(value), [size]);
  }

  /** Uniform in [-1, 1). */
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 31 - 1;
  }
}
