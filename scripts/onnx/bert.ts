import { Graph } from './graph.ts';
import { RandomWeights, type WeightType } from './random-weights.ts';

export interface BertShape {
  readonly vocabulary: number;
  readonly hidden: number;
  readonly heads: number;
  readonly layers: number;
  readonly inner: number;
  readonly positions: number;
}

/**
 * A BERT encoder (arXiv:1810.04805) with random weights as an ONNX file: inputs `input_ids`,
 * `attention_mask`, `token_type_ids` [batch × tokens], output `last_hidden_state`
 * [batch × tokens × hidden].
 */
export function randomBert(shape: BertShape, type: WeightType, seed: number): Uint8Array {
  const graph = new Graph();
  const weights = new RandomWeights(graph, type, seed);
  const size = ['batch', 'tokens'];
  const ids = graph.input('input_ids', 'int64', size);
  const mask = graph.input('attention_mask', 'int64', size);
  const types = graph.input('token_type_ids', 'int64', size);

  let hidden = embeddings(graph, weights, shape, ids, types);
  const bias = maskBias(graph, mask);
  for (let layer = 0; layer < shape.layers; layer++) {
    const attended = attention(graph, weights, shape, hidden, bias);
    hidden = normalise(graph, weights, shape, graph.node('Add', [hidden, attended]));
    const fed = feedForward(graph, weights, shape, hidden);
    hidden = normalise(graph, weights, shape, graph.node('Add', [hidden, fed]));
  }
  graph.output('last_hidden_state', hidden, 'float', [...size, shape.hidden]);
  return graph.encode();
}

function embeddings(
  graph: Graph,
  weights: RandomWeights,
  shape: BertShape,
  ids: string,
  types: string,
): string {
  const { hidden, positions, vocabulary } = shape;
  const integer = (value: number) => graph.constant(BigInt64Array.of(BigInt(value)), []);
  const tokens = graph.node('Gather', [graph.node('Shape', [ids]), integer(1)]);
  const range = graph.node('Range', [integer(0), tokens, integer(1)]);
  const parts = [
    weights.lookup(ids, vocabulary, hidden, 1),
    weights.lookup(range, positions, hidden, 0.5),
    weights.lookup(types, 2, hidden, 0.5),
  ];
  const sum = parts.reduce((left, right) => graph.node('Add', [left, right]));
  return normalise(graph, weights, shape, sum);
}

/** Zero where a token may be looked at, a large negative number where not. */
function maskBias(graph: Graph, mask: string): string {
  const wide = graph.node('Unsqueeze', [mask, graph.integers(1, 2)]);
  const hiddenTokens = graph.node('Sub', [graph.scalar(1), graph.node('Cast', [wide], { to: 1 })]);
  return graph.node('Mul', [hiddenTokens, graph.scalar(-1e9)]);
}

function attention(
  graph: Graph,
  weights: RandomWeights,
  { heads, hidden }: BertShape,
  input: string,
  bias: string,
): string {
  const split = (perm: readonly number[]) => {
    const projected = linear(graph, weights, input, hidden, hidden);
    const byHead = graph.integers(0, 0, heads, hidden / heads);
    return graph.node('Transpose', [graph.node('Reshape', [projected, byHead])], { perm });
  };
  const query = split([0, 2, 1, 3]);
  const key = split([0, 2, 3, 1]);
  const value = split([0, 2, 1, 3]);
  const scale = graph.scalar(1 / Math.sqrt(hidden / heads));
  const scores = graph.node('Mul', [graph.node('MatMul', [query, key]), scale]);
  const shares = graph.node('Softmax', [graph.node('Add', [scores, bias])], { axis: -1 });
  const mixed = graph.node('Transpose', [graph.node('MatMul', [shares, value])], {
    perm: [0, 2, 1, 3],
  });
  const joined = graph.node('Reshape', [mixed, graph.integers(0, 0, hidden)]);
  return linear(graph, weights, joined, hidden, hidden);
}

function feedForward(
  graph: Graph,
  weights: RandomWeights,
  { hidden, inner }: BertShape,
  input: string,
): string {
  const wide = linear(graph, weights, input, hidden, inner);
  // GELU in its exact form: x · ½ (1 + erf(x / √2)).
  const erf = graph.node('Erf', [graph.node('Mul', [wide, graph.scalar(Math.SQRT1_2)])]);
  const gate = graph.node('Mul', [graph.node('Add', [erf, graph.scalar(1)]), graph.scalar(0.5)]);
  return linear(graph, weights, graph.node('Mul', [wide, gate]), inner, hidden);
}

function linear(
  graph: Graph,
  weights: RandomWeights,
  input: string,
  from: number,
  to: number,
): string {
  return graph.node('Add', [weights.product(input, from, to), weights.vector(to, 0)]);
}

function normalise(
  graph: Graph,
  weights: RandomWeights,
  { hidden }: BertShape,
  input: string,
): string {
  const parameters = [weights.vector(hidden, 1), weights.vector(hidden, 0)];
  return graph.node('LayerNormalization', [input, ...parameters], {
    axis: -1,
    epsilon: { float: 1e-12 },
  });
}
