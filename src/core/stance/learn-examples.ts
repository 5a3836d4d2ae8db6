import { normaliseRows } from '../space/matrix.ts';
import { spannedCoordinates } from './coordinates.ts';
import type { PreparedExamples } from './examples.ts';
import type { Features } from './features.ts';
import { chooseShrinkage, fullDiscriminant } from './held-out.ts';
import { affordableDraws, labelPermutationInSteps } from './label-permutation.ts';
import { labelled, type Labelled } from './labelled.ts';
import type { Learnt } from './learnt.ts';
import { UNTESTED, validateLabels } from './validation.ts';

/**
 * Learns a discriminant in any features of the examples' documents, and validates it. Where no topic
 * has both poles, or there is but one, nothing is tested. In steps that yield the share of the work done.
 */
export function* learnExamples(
  features: Features,
  { poles, topics, topicCount }: PreparedExamples,
  seed: number,
): Generator<number, Learnt> {
  const { features: coordinates, toSpace } = spannedCoordinates(features);
  const data = labelled(coordinates, features.dims, poles, topics, topicCount);
  const shrinkage = chooseShrinkage(data);
  const unit = (axis: Float64Array<ArrayBuffer>) =>
    normaliseRows(toSpace(normaliseRows(axis, data.dims)), features.dims);
  const direction = unit(fullDiscriminant(data, shrinkage));
  const pairs = opposingPairs(data);
  if (data.folds.length < 2 || !pairs.some((count) => count > 0)) {
    return {
      direction,
      without: () => new Float64Array(features.dims),
      shrinkage,
      validation: UNTESTED,
      control: null,
    };
  }
  const test = labelPermutationInSteps(data, seed, affordableDraws(data));
  const { relabelling, control, heldOut } = yield* test;
  const ordered = (b: number) => heldOut.ordered.subarray(b * topicCount, (b + 1) * topicCount);
  const foldOf = (topic: number) => data.folds.findIndex((own) => own.includes(topic));
  return {
    direction,
    without: (topic) => {
      const start = foldOf(topic) * data.dims;
      return unit(heldOut.directions.slice(start, start + data.dims));
    },
    shrinkage,
    validation: validateLabels(ordered(0), pairs, relabelling, seed),
    control: validateLabels(ordered(1), pairs, control, seed),
  };
}

function opposingPairs({ poles }: Labelled): Float64Array {
  return Float64Array.from(poles, (own) => {
    const positives = own.filter((pole) => pole > 0).length;
    return positives * (own.length - positives);
  });
}
