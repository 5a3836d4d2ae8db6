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
    topicOrder(data, labellings, topic, axes).forEach((value, b) => (sums[b]! += value));
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
  const own = rows[topic]!;
  const n = own.length / dims;
  const positives = new Float64Array(n);
  const negatives = new Float64Array(n);
  return Float64Array.from(labellings, (labelling, b) => {
    let [p, q] = [0, 0];
    for (let i = 0; i < n; i++) {
      let score = 0;
      for (let d = 0; d < dims; d++) score += own[i * dims + d]! * axes[b * dims + d]!;
      if (labelling[topic]![i]! > 0) positives[p++] = score;
      else negatives[q++] = score;
    }
    return orderedPairs(positives.subarray(0, p), negatives.subarray(0, q));
  });
}
