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

  /** Discriminants learnt without some folds, [labellings × dims]; zeros if a pole is missing. */
  axes(without: readonly number[], shrinkage: number): Float64Array<ArrayBuffer> {
    const { dims, size, scatters } = this.#data;
    const means = new Float64Array(this.#labellings * dims);
    const used = scatters.flatMap((_, fold) => (without.includes(fold) ? [] : [fold]));
    const parts = used.map((fold) => scatters[fold]!);
    const positives = used.reduce((sum, fold) => sum + this.#counts[fold]!, 0);
    const negatives = parts.reduce((sum, part) => sum + part.rows, 0) - positives;
    if (positives === 0 || negatives === 0) return means;
    // P/n⁺ − (S − P)/n⁻ with S the sum of all rows and P that of the positives.
    const both = 1 / positives + 1 / negatives;
    for (const fold of used) {
      const own = this.#positives[fold]!;
      for (let i = 0; i < means.length; i++) means[i]! += own[i]! * both;
    }
    const all = Float64Array.from({ length: dims }, (_, d) =>
      parts.reduce((sum, part) => sum + part.sum[d]! / negatives, 0),
    );
    for (let i = 0; i < means.length; i++) means[i]! -= all[i % dims]!;
    return discriminants({ parts, dims, size }, shrinkage, means);
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
