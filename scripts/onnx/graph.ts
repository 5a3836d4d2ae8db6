import { encodeMessage, type Field } from './protobuf.ts';

/** Element types of ONNX (`TensorProto.DataType`). */
const ELEMENT = { float: 1, int8: 3, int64: 7 } as const;

export type Attribute = number | readonly number[] | { readonly float: number };

/**
 * Collects nodes and constants of an ONNX graph and writes the file. Field numbers are those of
 * https://github.com/onnx/onnx/blob/main/onnx/onnx.proto; operator set 17, which ONNX Runtime has
 * read since 2022.
 */
export class Graph {
  readonly #nodes: Field[] = [];
  readonly #constants: Field[] = [];
  readonly #ends: Field[] = [];
  #named = 0;

  /** Adds a node with one output; returns that output's name. */
  node(
    type: string,
    inputs: readonly string[],
    attributes: Record<string, Attribute> = {},
  ): string {
    const output = `${type}_${this.#named++}`;
    this.#add(type, inputs, [output], attributes);
    return output;
  }

  /** Adds a node with two outputs or more; returns their names. */
  split(type: string, inputs: readonly string[], outputs: number): string[] {
    const name = `${type}_${this.#named++}`;
    const names = Array.from({ length: outputs }, (_, i) => `${name}_${i}`);
    this.#add(type, inputs, names, {});
    return names;
  }

  /** Adds a constant; returns its name. */
  constant(data: Float32Array | Int8Array | BigInt64Array, shape: readonly number[]): string {
    const name = `constant_${this.#named++}`;
    const type =
      data instanceof Float32Array ? 'float' : data instanceof Int8Array ? 'int8' : 'int64';
    this.#constants.push([
      5,
      [
        ...shape.map((size): Field => [1, size]),
        [2, ELEMENT[type]],
        [8, name],
        [9, new Uint8Array(data.buffer, data.byteOffset, data.byteLength)],
      ],
    ]);
    return name;
  }

  integers(...values: readonly number[]): string {
    return this.constant(BigInt64Array.from(values, BigInt), [values.length]);
  }

  scalar(value: number): string {
    return this.constant(Float32Array.of(value), []);
  }

  /** Declares an input of the graph; a dimension given as text is free. */
  input(name: string, type: keyof typeof ELEMENT, shape: readonly (string | number)[]): string {
    this.#ends.push([11, valueInfo(name, type, shape)]);
    return name;
  }

  /** Declares `name` as an output of the graph, with the value of `from`. */
  output(
    name: string,
    from: string,
    type: keyof typeof ELEMENT,
    shape: readonly (string | number)[],
  ): void {
    this.#add('Identity', [from], [name], {});
    this.#ends.push([12, valueInfo(name, type, shape)]);
  }

  /** The whole file. */
  encode(): Uint8Array {
    const graph: Field[] = [...this.#nodes, [2, 'graph'], ...this.#constants, ...this.#ends];
    return encodeMessage([
      [1, 8], // IR version
      [2, 'parable'],
      [7, graph],
      [
        8,
        [
          [1, ''],
          [2, 17],
        ],
      ],
    ]);
  }

  #add(
    type: string,
    inputs: readonly string[],
    outputs: readonly string[],
    attributes: Record<string, Attribute>,
  ): void {
    this.#nodes.push([
      1,
      [
        ...inputs.map((name): Field => [1, name]),
        ...outputs.map((name): Field => [2, name]),
        [3, outputs[0] ?? type],
        [4, type],
        ...Object.entries(attributes).map(([name, value]): Field => [5, attribute(name, value)]),
      ],
    ]);
  }
}

function attribute(name: string, value: Attribute): Field[] {
  if (typeof value === 'number') {
    return [
      [1, name],
      [3, value],
      [20, 2],
    ];
  }
  if ('float' in value) {
    return [
      [1, name],
      [2, value],
      [20, 1],
    ];
  }
  return [[1, name], ...value.map((n): Field => [8, n]), [20, 7]];
}

function valueInfo(
  name: string,
  type: keyof typeof ELEMENT,
  shape: readonly (string | number)[],
): Field[] {
  const dimensions = shape.map((size): Field => [1, [[typeof size === 'string' ? 2 : 1, size]]]);
  const tensor: Field[] = [
    [1, ELEMENT[type]],
    [2, dimensions],
  ];
  return [
    [1, name],
    [2, [[1, tensor]]],
  ];
}
