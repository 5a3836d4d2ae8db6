import { orderedPairs } from '../statistics/auroc.ts';
import type { Labelled, Labelling } from './labelled.ts';

/** Pairs of opposite poles within the topics of a fold that each labelling's axis orders rightly. */
export function foldOrder(
  data: Labelled,
  labellings: readonly Labelling[],
  fold: number,
  axes: Float64Array,
): Float64Array {
  const sums = new Float64Array(labellings.length);
  for (const topic of data.folds[fold]!) {
    const own = topicOrder(data, labellings, topic, axes);
    for (let b = 0; b < sums.length; b++) sums[b]! += own[b]!;
  }
  return sums;
}

/** Pairs of opposite poles of one topic that each labelling's axis orders rightly, [labellings]. */
export function topicOrder(
  { rows, dims }: Labelled,
  labellings: readonly Labelling[],
  topic: number,
  axes: Float64Array,
): Float64Array {
  const ordered = new Float64Array(labellings.length);
  const own = rows[topic]!;
  const scores = new Float64Array((own.length / dims) * TILE);
  for (let first = 0; first < labellings.length; first += TILE) {
    scoreTile(own, dims, axes, first, scores);
    for (let c = 0; c < TILE && first + c < labellings.length; c++) {
      ordered[first + c] = pairsInOrder(scores, c, labellings[first + c]![topic]!);
    }
  }
  return ordered;
}

/** Axes scored at once: four sums in registers for every number of a row that is read. */
const TILE = 4;

/** Scores of all rows on up to four axes from `first` on, into `scores` [rows × 4]. */
function scoreTile(
  rows: Float64Array,
  dims: number,
  axes: Float64Array,
  first: number,
  scores: Float64Array,
): void {
  const last = axes.length / dims - 1;
  // Beyond the last axis it is scored again, and not read.
  const [a, b, c, d] = [0, 1, 2, 3].map((i) => Math.min(first + i, last) * dims) as Four;
  for (let start = 0, at = 0; start < rows.length; start += dims, at += TILE) {
    let [s0, s1, s2, s3] = [0, 0, 0, 0];
    for (let i = 0; i < dims; i++) {
      const value = rows[start + i]!;
      s0 += value * axes[a + i]!;
      s1 += value * axes[b + i]!;
      s2 += value * axes[c + i]!;
      s3 += value * axes[d + i]!;
    }
    scores[at] = s0;
    scores[at + 1] = s1;
    scores[at + 2] = s2;
    scores[at + 3] = s3;
  }
}

type Four = [number, number, number, number];

function pairsInOrder(scores: Float64Array, column: number, poles: Int8Array): number {
  const positives: number[] = [];
  const negatives: number[] = [];
  for (let i = 0; i < poles.length; i++) {
    (poles[i]! > 0 ? positives : negatives).push(scores[i * TILE + column]!);
  }
  return orderedPairs(positives, negatives);
}
