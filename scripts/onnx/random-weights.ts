import type { Graph } from './graph.ts';

/** How the weights of a random model are stored. */
export type WeightType = 'float32' | 'q8';

/**
 * Source of random weights: evenly distributed, reproducible from the seed (mulberry32). With `q8`
 * they are stored as int8 and used as published models use them: a table is scaled back after the
 * lookup, and a product is one of integers, its other side quantised as it comes (dynamic
 * quantisation, which `model_quantized.onnx` on the hub stands for).
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

  /** Rows of a random table [rows × columns], looked up by `ids`. */
  lookup(ids: string, rows: number, columns: number, deviation: number): string {
    const { values, limit } = this.#random(rows * columns, deviation);
    if (this.#type === 'float32') {
      return this.#graph.node('Gather', [this.#graph.constant(values, [rows, columns]), ids]);
    }
    const { rounded, scale } = quantised(values, limit);
    const found = this.#graph.node('Gather', [this.#graph.constant(rounded, [rows, columns]), ids]);
    return this.#graph.node('DequantizeLinear', [found, this.#graph.scalar(scale)]);
  }

  /** The product of `input` [… × from] and a random matrix [from × to]. */
  product(input: string, from: number, to: number): string {
    const graph = this.#graph;
    const { values, limit } = this.#random(from * to, 1 / Math.sqrt(from));
    if (this.#type === 'float32') {
      return graph.node('MatMul', [input, graph.constant(values, [from, to])]);
    }
    const { rounded, scale } = quantised(values, limit);
    const [small = '', size = '', zero = ''] = graph.split('DynamicQuantizeLinear', [input], 3);
    const whole = graph.node('MatMulInteger', [small, graph.constant(rounded, [from, to]), zero]);
    const scales = graph.node('Mul', [size, graph.scalar(scale)]);
    return graph.node('Mul', [graph.node('Cast', [whole], { to: 1 }), scales]);
  }

  vector(size: number, value: number): string {
    return this.#graph.constant(new Float32Array(size).fill(value), [size]);
  }

  #random(size: number, deviation: number): { values: Float32Array; limit: number } {
    const limit = deviation * Math.sqrt(3);
    return { values: Float32Array.from({ length: size }, () => limit * this.#next()), limit };
  }

  /** Uniform in [-1, 1). */
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 31 - 1;
  }
}

function quantised(values: Float32Array, limit: number): { rounded: Int8Array; scale: number } {
  const scale = limit / 127;
  return { rounded: Int8Array.from(values, (value) => Math.round(value / scale)), scale };
}
