import { randomLcg } from 'd3';
import type KDBush from 'kdbush';
import { FAITHFULNESS_EXACT_POINTS, FAITHFULNESS_SAMPLE } from '../limits.ts';
import { GRAPH_NEIGHBOURS, type Graph, type Recall } from '../neighbours/graph.ts';
import { sampleRows, zeroRowsTogether } from '../neighbours/rows.ts';
import type { Matrix } from '../space/types.ts';
import { neighbourhoodHit, type NeighbourhoodHit } from './neighbourhood-hit.ts';
import { pictureNeighbours } from './picture-neighbours.ts';
import { misranked } from './ranks.ts';

/** A mean over all points, or over a sample of them. */
export interface Estimate {
  readonly value: number;
  /** Half the width of its 95 % interval; 0 where all points were looked at. */
  readonly error: number;
}

/** How true a picture is to the space (docs/methods.md §8). */
export interface Faithfulness {
  /** Points in the picture. */
  readonly points: number;
  /** Neighbours that are looked at: 15, or fewer than half of the points. */
  readonly k: number;
  /** Points whose ranks were looked at: all of them, or a seeded sample. */
  readonly sampled: number;
  readonly trustworthiness: Estimate;
  readonly continuity: Estimate;
  /** [points], share of a point's k nearest in the picture that are among its k nearest in the space. */
  readonly kept: Float32Array<ArrayBuffer>;
  /** Its mean over all points. */
  readonly meanKept: number;
  /** How far neighbours share a group, in the picture and in the space. */
  readonly hit: NeighbourhoodHit;
  /** Of the neighbours in the space; null where they are exact. */
  readonly recall: Recall | null;
}

export interface Picture {
  /** [points × 2] */
  readonly positions: Float32Array;
  readonly index: KDBush;
}

export interface FaithfulnessOptions {
  /** [points], a number for each group. */
  readonly groups: Int32Array;
  readonly seed: number;
  /** Points up to which all are looked at, and how many of more. */
  readonly exactPoints?: number;
  readonly sample?: number;
}

/** Φ⁻¹(.975). */
const Z = 1.959963984540054;

/** Points ranked between two steps. */
const STEP = 16;

/**
 * Trustworthiness and continuity (Venna & Kaski 2001, doi:10.1007/3-540-44668-0_68) of a picture, the
 * share of neighbours that it keeps, and its neighbourhood hit. Null below 3 points, of which none
 * has a neighbour that another could rank before. Yields the share of the work done, in (0, 1].
 */
export function* faithfulnessInSteps(
  matrix: Matrix,
  graph: Graph,
  { positions, index }: Picture,
  options: FaithfulnessOptions,
): Generator<number, Faithfulness | null> {
  const points = matrix.rows;
  const k = Math.min(GRAPH_NEIGHBOURS, Math.ceil(points / 2) - 1);
  if (points < 3) return null;
  const near = pictureNeighbours(index, positions, k).indices;
  const { exactPoints = FAITHFULNESS_EXACT_POINTS, sample = FAITHFULNESS_SAMPLE, seed } = options;
  const looked = sampleRows(points, points <= exactPoints ? points : sample, randomLcg(seed));
  const known = zeroRowsTogether(matrix);
  const norm = 2 / (k * (2 * points - 3 * k - 1));
  const trust = new Float64Array(looked.length);
  const continuous = new Float64Array(looked.length);
  for (let i = 0; i < looked.length; i++) {
    const own = looked[i]!;
    const found = misranked(known, positions, own, near.subarray(own * k, (own + 1) * k));
    trust[i] = 1 - norm * found.intruding;
    continuous[i] = 1 - norm * found.missing;
    if (i % STEP === STEP - 1) yield (i + 1) / looked.length;
  }
  const kept = keptShares(near, graph, k);
  return {
    points,
    k,
    sampled: looked.length,
    trustworthiness: estimate(trust, points),
    continuity: estimate(continuous, points),
    kept,
    meanKept: kept.reduce((sum, share) => sum + share, 0) / points,
    hit: neighbourhoodHit(options.groups, near, graph, k),
    recall: graph.recall,
  };
}

/** Share of each point's k nearest in the picture that are among its k nearest in the space. */
function keptShares(near: Int32Array, graph: Graph, k: number): Float32Array<ArrayBuffer> {
  const kept = new Float32Array(near.length / k);
  for (let point = 0; point < kept.length; point++) {
    const first = point * graph.k;
    const truly = graph.indices.subarray(first, first + k);
    let both = 0;
    for (let i = point * k; i < (point + 1) * k; i++) if (truly.includes(near[i]!)) both++;
    kept[point] = both / k;
  }
  return kept;
}

/** Mean with the error of simple random sampling without replacement (Cochran 1977, §2.5). */
export function estimate(values: Float64Array, population: number): Estimate {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  if (n >= population || n < 2) return { value: mean, error: 0 };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  return { value: mean, error: Z * Math.sqrt((variance / n) * (1 - n / population)) };
}
