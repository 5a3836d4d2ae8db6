import { discriminants } from './discriminant.ts';
import type { Labelled, Labelling } from './labelled.ts';

/** Class means of every labelling, summed fold by fold so that folds can be left out. */
export class MeanDifferences {
  readonly #data: Labelled;
  readonly #labellings: number;
  /** Sum of the positives of each fold, [labellings × dims] each. */
  readonly #positives: readonly Float64Array<ArrayBuffer>[];
  /** Positives of each fold. */
  readonly #counts: readonly number[];

  constructor(data: Labelled, labellings: readonly Labelling[]) {
    const { folds, poles } = data;
    this.#data = data;
    this.#labellings = labellings.length;
    this.#counts = folds.map((topics) =>
      topics.reduce((sum, topic) => sum + poles[topic]!.filter((pole) => pole > 0).length, 0),
    );
    this.#positives = folds.map((topics) => positiveSums(data, labellings, topics));
  }

  /**
   * What is learnt without some folds: function from a shrinkage to the discriminants, [labellings ×
   * dims]; these are zeros if a pole is missing.
   */
  without(folds: readonly number[]): (shrinkage: number) => Float64Array<ArrayBuffer> {
    const { dims, size, scatters } = this.#data;
    const used = scatters.flatMap((_, fold) => (folds.includes(fold) ? [] : [fold]));
    const means = this.#differences(used);
    const training = { parts: used.map((fold) => scatters[fold]!), dims, size };
    return (shrinkage) => discriminants(training, shrinkage, means.slice());
  }

  /** m⁺ − m⁻ = P(1/n⁺ + 1/n⁻) − S/n⁻, with S the sum of all rows and P that of the positives. */
  #differences(folds: readonly number[]): Float64Array<ArrayBuffer> {
    const { dims, scatters } = this.#data;
    const means = new Float64Array(this.#labellings * dims);
    const positives = folds.reduce((sum, fold) => sum + this.#counts[fold]!, 0);
    const negatives = folds.reduce((sum, fold) => sum + scatters[fold]!.rows, 0) - positives;
    if (positives === 0 || negatives === 0) return means;
    const all = Float64Array.from({ length: dims }, (_, d) =>
      folds.reduce((sum, fold) => sum + scatters[fold]!.sum[d]!, 0),
    );
    for (const fold of folds) {
      const own = this.#positives[fold]!;
      for (let i = 0; i < means.length; i++) means[i]! += own[i]!;
    }
    const both = 1 / positives + 1 / negatives;
    for (let start = 0; start < means.length; start += dims) {
      for (let d = 0; d < dims; d++)
        means[start + d] = means[start + d]! * both - all[d]! / negatives;
    }
    return means;
  }
}

function positiveSums(
  { rows, dims }: Labelled,
  labellings: readonly Labelling[],
  topics: readonly number[],
): Float64Array<ArrayBuffer> {
  const sums = new Float64Array(labellings.length * dims);
  labellings.forEach((labelling, b) => {
    for (const topic of topics) {
      labelling[topic]!.forEach((pole, i) => {
        if (pole < 0) return;
        for (let d = 0; d < dims; d++) sums[b * dims + d]! += rows[topic]![i * dims + d]!;
      });
    }
  });
  return sums;
}
