import { finish } from '../relate/steps.ts';
import { SHRINKAGES } from './discriminant.ts';
import { foldOrder, topicOrder } from './held-out-order.ts';
import { InnerWins, lastGreatest } from './inner-wins.ts';
import type { Labelled, Labelling } from './labelled.ts';
import { MeanDifferences } from './mean-differences.ts';

/** What a nested cross-validation of discriminants gives for some labellings. */
export interface HeldOut {
  /** Pairs of opposite poles in the right order, ties half, [labellings × topics]. */
  readonly ordered: Float64Array<ArrayBuffer>;
  /** The discriminant of the first labelling learnt without each fold, [folds × dims]. */
  readonly directions: Float64Array<ArrayBuffer>;
}

/**
 * Orders the examples of each fold by a discriminant learnt from the others, for every labelling anew.
 * Its shrinkage is the one that, among the training folds alone and leaving out one of them at a time,
 * orders most pairs; of equals the strongest. Covariances do not depend on labels, so each of the
 * F(F + 1)/2 training sets is factored once for all labellings.
 *
 * @param labellings at least one; each must keep the number of positives in every topic
 */
export function heldOut(data: Labelled, labellings: readonly Labelling[]): HeldOut {
  return finish(heldOutInSteps(data, labellings));
}

/** The same in steps, one for each training set, which yield the share of the work done, in (0, 1]. */
export function* heldOutInSteps(
  data: Labelled,
  labellings: readonly Labelling[],
): Generator<number, HeldOut> {
  const { folds, dims, rows } = data;
  const sets = (folds.length * (folds.length + 1)) / 2;
  let done = 0;
  const means = new MeanDifferences(data, labellings);
  const inner = new InnerWins(folds.length, labellings.length);
  for (let t = 0; t < folds.length; t++) {
    // Of two folds, leaving out both leaves nothing to learn from.
    for (let u = 0; u < t && folds.length > 2; u++) {
      const learn = means.without([t, u]);
      SHRINKAGES.forEach((shrinkage, s) => {
        const axes = learn(shrinkage);
        inner.add(t, s, foldOrder(data, labellings, u, axes));
        inner.add(u, s, foldOrder(data, labellings, t, axes));
      });
      yield ++done / sets;
    }
  }
  const ordered = new Float64Array(labellings.length * rows.length);
  const directions = new Float64Array(folds.length * dims);
  for (const [t, topics] of folds.entries()) {
    const axes = chosenAxes(means, inner.best(t), t, dims);
    directions.set(axes.subarray(0, dims), t * dims);
    for (const topic of topics) {
      topicOrder(data, labellings, topic, axes).forEach((value, b) => {
        ordered[b * rows.length + topic] = value;
      });
    }
    yield (sets - folds.length + t + 1) / sets;
  }
  return { ordered, directions };
}

/** Shrinkage for the axis learnt from everything: the one that orders most pairs fold by fold. */
export function chooseShrinkage(data: Labelled): number {
  const labellings = [data.poles];
  const means = new MeanDifferences(data, labellings);
  const wins = SHRINKAGES.map((shrinkage) =>
    data.folds.reduce((sum, _, t) => {
      if (data.folds.length === 1) return 0;
      return sum + foldOrder(data, labellings, t, means.without([t])(shrinkage))[0]!;
    }, 0),
  );
  return SHRINKAGES[lastGreatest(wins)]!;
}

/** The discriminant of all examples as they are labelled, [dims], not scaled. */
export function fullDiscriminant(data: Labelled, shrinkage: number): Float64Array<ArrayBuffer> {
  return new MeanDifferences(data, [data.poles]).without([])(shrinkage);
}

/** Axes without one fold, each labelling's with the shrinkage chosen for it, [labellings × dims]. */
function chosenAxes(
  means: MeanDifferences,
  chosen: Uint8Array,
  without: number,
  dims: number,
): Float64Array {
  const out = new Float64Array(chosen.length * dims);
  const learn = means.without([without]);
  SHRINKAGES.forEach((shrinkage, s) => {
    if (!chosen.includes(s)) return;
    const axes = learn(shrinkage);
    chosen.forEach((own, b) => {
      if (own === s) out.set(axes.subarray(b * dims, (b + 1) * dims), b * dims);
    });
  });
  return out;
}
