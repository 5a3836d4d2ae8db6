import { SHRINKAGES } from './discriminant.ts';

/** Pairs that the inner cross-validation orders rightly, for each outer fold, shrinkage, labelling. */
export class InnerWins {
  readonly #wins: Float64Array<ArrayBuffer>[][];
  readonly #labellings: number;

  constructor(folds: number, labellings: number) {
    this.#labellings = labellings;
    this.#wins = Array.from({ length: folds }, () =>
      SHRINKAGES.map(() => new Float64Array(labellings)),
    );
  }

  add(outer: number, shrinkage: number, wins: Float64Array): void {
    const sums = this.#wins[outer]![shrinkage]!;
    wins.forEach((value, b) => (sums[b]! += value));
  }

  /** Index of the best shrinkage of each labelling. */
  best(outer: number): Uint8Array {
    const wins = this.#wins[outer]!;
    return Uint8Array.from({ length: this.#labellings }, (_, b) =>
      lastGreatest(wins.map((sums) => sums[b]!)),
    );
  }
}

/** Index of the largest value, the last of equals; 0 if there are none. */
export function lastGreatest(values: readonly number[]): number {
  return values.reduce((best, value, i) => (value >= values[best]! ? i : best), 0);
}
