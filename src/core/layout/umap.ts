import { randomLcg } from 'd3';
import { nearestInSteps, type Neighbours } from '../space/neighbours.ts';
import type { Matrix } from '../space/types.ts';
import { pca } from './pca.ts';
import { evenSample, placeBeside, takeRows, zeroRowsTogether } from './sample.ts';

/** Called between steps with the share done, in [0, 1]; may wait, and cancels by throwing. */
export type OnShare = (share: number) => void | Promise<void>;

export interface Embedding {
  /** [rows × 2] */
  readonly positions: Float32Array<ArrayBuffer>;
  /** Rows that UMAP itself laid out; the others stand beside their nearest one of these. */
  readonly laidOut: number;
}

/** The number of neighbours of umap-learn's default, the point itself included. */
const NEIGHBOURS = 15;

/** umap-js needs 0.6 GB at 10,000 × 100 and 4.2 GB at 50,000 × 384 (measured on 1.4). */
const LIMIT = 10_000;

/** Half the width of the first picture, as in umap-learn. */
const SPREAD = 10;

/**
 * UMAP (McInnes, Healy & Melville 2018, arXiv:1802.03426) on the exact cosine neighbours of unit
 * rows, begun from the principal components (Kobak & Linderman 2021, doi:10.1038/s41587-020-00809-z)
 * and deterministic under a seed. Axes, gaps and cluster sizes mean nothing (docs/methods.md §8).
 * Up to 3 rows stand evenly on a circle. Above `limit` rows, that many evenly spaced ones are laid
 * out and each of the others stands beside its nearest one of them.
 */
export async function umap(
  matrix: Matrix,
  seed: number,
  onShare: OnShare,
  limit = LIMIT,
): Promise<Embedding> {
  const random = randomLcg(seed);
  const known = zeroRowsTogether(matrix);
  const sample = evenSample(matrix.rows, limit);
  const part = takeRows(known, sample);
  if (part.rows <= 3) return { positions: circle(part.rows), laidOut: part.rows };

  const placed = part.rows === matrix.rows ? 1 : 0.9;
  const k = Math.min(NEIGHBOURS, part.rows - 1);
  const steps = nearestInSteps(part, k - 1);
  let step = steps.next();
  for (; !step.done; step = steps.next()) await onShare(step.value * 0.3);

  const { UMAP } = await import('umap-js');
  const model = new UMAP({ nNeighbors: k, random });
  const { indices, distances } = precomputed(step.value, part.rows);
  model.setPrecomputedKNN(indices, distances);
  // With neighbours given, umap-js reads nothing of the rows but their number.
  const epochs = model.initializeFit(Array.from({ length: part.rows }, () => []));
  const points = model.getEmbedding();
  beginAt(points, pca(part, 2).positions);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    model.step();
    await onShare(0.3 + (placed - 0.3) * (epoch / epochs));
  }
  const laid = Float32Array.from(points.flat());
  const positions = await placeBeside(known, sample, laid, random, (share) =>
    onShare(placed + (1 - placed) * share),
  );
  return { positions, laidOut: part.rows };
}

/** Neighbours as umap-js wants them: the point itself first, then distances 1 − cosine. */
function precomputed({ k, indices, cosines }: Neighbours, rows: number) {
  const at = Array.from({ length: rows }, (_, i) => i);
  return {
    indices: at.map((i) => [i, ...indices.subarray(i * k, (i + 1) * k)]),
    distances: at.map((i) => {
      const found = [0, ...cosines.subarray(i * k, (i + 1) * k).map((cosine) => 1 - cosine)];
      // Nothing but zeros sends umap-js through all rows, for every such row.
      if (found[k] === 0) found[k] = 1e-9;
      return found;
    }),
  };
}

/** Moves the random first picture of umap-js to `start`, leaving 1 % of it to part duplicates. */
function beginAt(points: number[][], start: Float32Array): void {
  const widest = start.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  points.forEach((point, i) => {
    for (let axis = 0; axis < 2; axis++) {
      point[axis] = point[axis]! * 0.01 + (start[i * 2 + axis]! / widest) * SPREAD;
    }
  });
}

function circle(count: number): Float32Array<ArrayBuffer> {
  const radius = count > 1 ? 1 : 0;
  return Float32Array.from({ length: count * 2 }, (_, i) => {
    const angle = (2 * Math.PI * Math.floor(i / 2)) / count;
    return radius * (i % 2 === 0 ? Math.cos(angle) : Math.sin(angle));
  });
}
