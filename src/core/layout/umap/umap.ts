import { randomLcg } from 'd3';
import { GRAPH_NEIGHBOURS, type Graph } from '../../neighbours/graph.ts';
import { descendInSteps } from './descent.ts';
import { fuzzyUnion, memberships } from './fuzzy-set.ts';

/** Half the width of the first picture, as in umap-learn. */
const SPREAD = 10;

/** Share of the first picture's width by which points that stand in one place are parted. */
const JITTER = 0.001;

/** Epochs by rows, as in umap-js: the first size that is not exceeded. */
const EPOCHS = [
  [2500, 500],
  [5000, 400],
  [7500, 300],
  [Infinity, 200],
] as const;

export interface UmapStep {
  /** In (0, 1]. */
  readonly share: number;
  /** [rows × 2], which the next step changes: copy what is to be kept. */
  readonly positions: Float32Array<ArrayBuffer>;
}

/**
 * UMAP (McInnes, Healy & Melville 2018, arXiv:1802.03426) of a neighbour graph, begun from a picture
 * such as the principal components (Kobak & Linderman 2021, doi:10.1038/s41587-020-00809-z),
 * deterministic under a seed. Axes, gaps and cluster sizes mean nothing (docs/methods.md §8). Up to 3
 * rows stand evenly on a circle.
 *
 * @param start [rows × 2]
 */
export function* umapInSteps(
  graph: Graph,
  start: Float32Array,
  seed: number,
): Generator<UmapStep, Float32Array<ArrayBuffer>> {
  const rows = start.length / 2;
  if (rows <= 3) return circle(rows);
  const neighbours = firstOf(graph, GRAPH_NEIGHBOURS - 1);
  const edges = fuzzyUnion(neighbours, memberships(neighbours));
  const positions = beginAt(start, randomLcg(seed));
  const [, epochs] = EPOCHS.find(([most]) => rows <= most)!;
  for (const done of descendInSteps(positions, edges, { epochs, seed, rate: 1, fixed: null })) {
    yield { share: done / epochs, positions };
  }
  return positions;
}

/** The first `k` neighbours of each row; with the row itself that is UMAP's usual 15. */
export function firstOf(graph: Pick<Graph, 'k' | 'indices' | 'cosines'>, k: number) {
  if (graph.k <= k) return graph;
  const rows = graph.indices.length / graph.k;
  const indices = new Int32Array(rows * k);
  const cosines = new Float32Array(rows * k);
  for (let row = 0; row < rows; row++) {
    const from = row * graph.k;
    indices.set(graph.indices.subarray(from, from + k), row * k);
    cosines.set(graph.cosines.subarray(from, from + k), row * k);
  }
  return { k, indices, cosines };
}

/** A picture scaled to the usual spread, its points parted a little. */
function beginAt(start: Float32Array, random: () => number): Float32Array<ArrayBuffer> {
  const widest = start.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const scale = widest === 0 ? 0 : SPREAD / widest;
  const jitter = 2 * SPREAD * (scale === 0 ? 1 : JITTER);
  return Float32Array.from(start, (value) => value * scale + jitter * (random() - 0.5));
}

function circle(count: number): Float32Array<ArrayBuffer> {
  const radius = count > 1 ? 1 : 0;
  return Float32Array.from({ length: count * 2 }, (_, i) => {
    const angle = (2 * Math.PI * Math.floor(i / 2)) / count;
    return radius * (i % 2 === 0 ? Math.cos(angle) : Math.sin(angle));
  });
}
