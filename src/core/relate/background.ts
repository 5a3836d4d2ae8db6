import { median, sort } from 'd3';
import type { Resamples } from './bootstrap.ts';
import { mayBeLittle } from './little-wording.ts';
import { Null } from './null.ts';
import { regress, residual, type Fit } from './regression.ts';

/** What the windows of one size score with one scenario, in one order of windows. */
export interface WindowScores {
  readonly relatedness: readonly number[];
  /** √TF-IDF of each window. */
  readonly overlap: readonly number[];
  /** Each window's document, in [0, resamples.documents). */
  readonly owners: readonly number[];
}

/**
 * The background of one scenario for one window size: the nulls of relatedness and of what is left
 * of it once shared wording is taken out (docs/methods.md §§3.2, 3.4).
 */
export class Background {
  readonly relatedness: Null;
  /** Null of the residuals. */
  readonly surplus: Null;
  /** Median √TF-IDF of the windows. */
  readonly medianOverlap: number;
  /** Share of the windows that would be labelled "little shared wording", in [0, .05]. */
  readonly littleWording: number;
  readonly #fit: Fit;
  /** Of the windows in ascending order of their scores. */
  readonly #overlap: Float32Array<ArrayBuffer>;

  /** @param sharesLittle whether the passages of a window share as little as the label asks (§3.5) */
  constructor(
    { relatedness, overlap, owners }: WindowScores,
    resamples: Resamples,
    sharesLittle: (window: number) => boolean,
  ) {
    this.#fit = regress(overlap, relatedness);
    this.relatedness = new Null(relatedness, owners, resamples);
    const residuals = relatedness.map((score, i) => residual(this.#fit, overlap[i]!, score));
    this.surplus = new Null(residuals, owners, resamples);
    this.medianOverlap = median(overlap) ?? 0;
    const ascendingly = sort(relatedness.keys(), (window) => relatedness[window]!);
    this.#overlap = Float32Array.from(ascendingly, (window) => overlap[window]!);
    const labelled = relatedness.filter(
      (score, i) => this.mayBeLittle(score, overlap[i]!) && sharesLittle(i),
    );
    this.littleWording = labelled.length / relatedness.length;
  }

  /** R² of relatedness on √TF-IDF over the windows, in [0, 1]. */
  get wordingExplains(): number {
    return this.#fit.r2;
  }

  /** √TF-IDF of the windows in the order of `relatedness.distribution`, a copy free to be transferred. */
  get overlap(): Float32Array<ArrayBuffer> {
    return this.#overlap.slice();
  }

  /** What wording does not explain of a score: to be looked up in `surplus`. */
  residual(score: number, overlap: number): number {
    return residual(this.#fit, overlap, score);
  }

  /** Whether a score can carry the label of little shared wording, passages aside (§3.5). */
  mayBeLittle(score: number, overlap: number): boolean {
    const { medianOverlap } = this;
    return mayBeLittle({ percentile: this.relatedness.percentile(score), overlap, medianOverlap });
  }
}
