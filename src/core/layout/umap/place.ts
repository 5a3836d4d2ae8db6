import { randomLcg } from 'd3';
import { GRAPH_NEIGHBOURS } from '../../neighbours/graph.ts';
import { gather, zeroRowsTogether } from '../../neighbours/rows.ts';
import { cosines } from '../../space/cosines.ts';
import type { Neighbours } from '../../space/neighbours.ts';
import { TopK } from '../../space/top-k.ts';
import type { Matrix } from '../../space/types.ts';
import { descendInSteps } from './descent.ts';
import { memberships, type Edges } from './fuzzy-set.ts';

/** Rows compared with all others at once. */
const BLOCK = 64;

/** Epochs in which new points find their places, and the length of their first steps. */
const EPOCHS = 30;
const RATE = 0.25;

/** Points that begin in one place are parted by at most this, a tenth of UMAP's smallest distance. */
const JITTER = 0.01;

/**
 * Places new rows into a picture by UMAP without moving the others, as umap-learn's transform does:
 * each begins at the mean of its neighbours in the picture, weighted by how strongly it holds on to
 * them, and then a few epochs move the new ones alone. Deterministic under a seed. Yields the share
 * of the work done, in (0, 1].
 *
 * @param before [rows × 2], NaN for new rows; at least one row is not new
 */
export function* placeInSteps(
  matrix: Matrix,
  before: Float32Array,
  seed: number,
): Generator<number, Float32Array<ArrayBuffer>> {
  const { rows } = matrix;
  const all = Array.from({ length: rows }, (_, row) => row);
  const isNew = (row: number): boolean => Number.isNaN(before[2 * row]!);
  const fresh = Int32Array.from(all.filter(isNew));
  const known = Int32Array.from(all.filter((row) => !isNew(row)));
  const positions = Float32Array.from(before);
  if (fresh.length === 0 || known.length === 0) return positions;
  const found = yield* nearestKnownInSteps(zeroRowsTogether(matrix), fresh, known);
  const strengths = memberships(found);
  const random = randomLcg(seed);
  fresh.forEach((row, i) => {
    let [x, y, total] = [0, 0, 0];
    for (let n = i * found.k; n < (i + 1) * found.k; n++) {
      const near = known[found.indices[n]!]!;
      x += strengths[n]! * before[2 * near]!;
      y += strengths[n]! * before[2 * near + 1]!;
      total += strengths[n]!;
    }
    positions[2 * row] = x / total + JITTER * (random() - 0.5);
    positions[2 * row + 1] = y / total + JITTER * (random() - 0.5);
  });
  const fixed = Uint8Array.from(all, (row) => (isNew(row) ? 0 : 1));
  const edges = edgesFrom(rows, fresh, known, found, strengths);
  const steps = descendInSteps(positions, edges, { epochs: EPOCHS, seed, rate: RATE, fixed });
  for (const done of steps) yield 0.8 + (0.2 * done) / EPOCHS;
  return positions;
}

/** The nearest known rows of each new one: numbers within `known`. Yields shares up to .8. */
function* nearestKnownInSteps(
  matrix: Matrix,
  fresh: Int32Array,
  known: Int32Array,
): Generator<number, Neighbours> {
  const { dims } = matrix;
  const best = new TopK(fresh.length, Math.min(GRAPH_NEIGHBOURS, known.length));
  const targets = gather(matrix, known, new Float32Array(known.length * dims));
  const queries = new Float32Array(BLOCK * dims);
  const scratch = new Float32Array(BLOCK * known.length);
  for (let top = 0; top < fresh.length; top += BLOCK) {
    const asking = fresh.subarray(top, top + BLOCK);
    cosines(gather(matrix, asking, queries), targets, dims, scratch);
    for (let i = 0; i < asking.length; i++) {
      for (let j = 0; j < known.length; j++) {
        const cosine = scratch[i * known.length + j]!;
        if (cosine >= best.floors[top + i]!) best.offer(top + i, j, cosine);
      }
    }
    yield (0.8 * (top + asking.length)) / fresh.length;
  }
  return best;
}

/** Edges from new rows to known ones; known rows have none. */
function edgesFrom(
  rows: number,
  fresh: Int32Array,
  known: Int32Array,
  { k, indices }: Neighbours,
  weights: Float32Array,
): Edges {
  const starts = new Int32Array(rows + 1);
  for (const row of fresh) starts[row + 1] = k;
  for (let row = 0; row < rows; row++) starts[row + 1]! += starts[row]!;
  return { starts, tails: indices.map((index) => known[index]!), weights };
}
