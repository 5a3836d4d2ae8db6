import { quickselect, randomLcg } from 'd3';

/** How often each document was drawn in each of B resamples. */
export interface Resamples {
  readonly documents: number;
  readonly replicates: number;
  /** [documents × replicates] */
  readonly draws: Uint16Array<ArrayBuffer>;
}

/** B resamples of `documents` documents with replacement, from a generator seeded with `seed`. */
export function resample(documents: number, replicates: number, seed: number): Resamples {
  const random = randomLcg(seed);
  const draws = new Uint16Array(documents * replicates);
  for (let b = 0; b < replicates; b++) {
    for (let i = 0; i < documents; i++) {
      draws[Math.floor(random() * documents) * replicates + b]!++;
    }
  }
  return { documents, replicates, draws };
}

/** Windows between two stored sums: one sum is then at most that many additions away. */
const STRIDE = 32;

/**
 * For windows in ascending order of score, how many of the first so many each resample draws: the
 * counts from which a percentile follows in every resample.
 */
export class DrawnWindows {
  readonly #resamples: Resamples;
  readonly #owners: ArrayLike<number>;
  /** Counts of the first 0, 32, 64 … windows, each [replicates]. */
  readonly #stored: Float64Array<ArrayBuffer>[];

  /** @param owners the document of each window, in [0, resamples.documents) */
  constructor(resamples: Resamples, owners: ArrayLike<number>) {
    this.#resamples = resamples;
    this.#owners = owners;
    const running = new Float64Array(resamples.replicates);
    this.#stored = [running.slice()];
    for (let window = 0; window < owners.length; window++) {
      this.#add(running, window);
      if ((window + 1) % STRIDE === 0) this.#stored.push(running.slice());
    }
  }

  /** Drawn among the first `count` windows, [replicates], a copy. */
  among(count: number): Float64Array<ArrayBuffer> {
    const sums = this.#stored[Math.floor(count / STRIDE)]!.slice();
    for (let window = count - (count % STRIDE); window < count; window++) this.#add(sums, window);
    return sums;
  }

  #add(sums: Float64Array, window: number): void {
    const { replicates, draws } = this.#resamples;
    const offset = this.#owners[window]! * replicates;
    for (let b = 0; b < replicates; b++) sums[b]! += draws[offset + b]!;
  }
}

/**
 * Bootstrap interval at 95 % from its replicates, which are reordered in place: the order statistics
 * (B + 1)·2.5 % and (B + 1)·97.5 % (Davison & Hinkley 1997, Bootstrap Methods and their
 * Application, §5.3.1; exact at B = 999).
 */
export function interval95(replicates: Float64Array): [number, number] {
  const tail = Math.max(1, Math.floor((replicates.length + 1) * 0.025));
  const [low, high] = [tail - 1, replicates.length - tail];
  quickselect(replicates, high);
  quickselect(replicates, low, 0, high);
  return [replicates[low]!, replicates[high]!];
}
