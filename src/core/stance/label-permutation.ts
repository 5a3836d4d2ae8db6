import { randomLcg, shuffler, sum } from 'd3';
import { RELABELLING_WORK, RELABELLINGS } from '../limits.ts';
import { finish } from '../relate/steps.ts';
import { SHRINKAGES } from './discriminant.ts';
import { heldOutInSteps, type HeldOut } from './held-out.ts';
import type { Labelled, Labelling } from './labelled.ts';
import { tally, type Relabelling } from './relabelling.ts';

/** The test of a discriminant and what it was made of. */
export interface LabelTest {
  readonly relabelling: Relabelling;
  /** The same for a labelling drawn at random: the negative control. */
  readonly control: Relabelling;
  /** The first row is that of the labels as they are, the second that of the control. */
  readonly heldOut: HeldOut;
}

/**
 * Label permutation test of a discriminant: the held-out pairs in the right order against those
 * after shuffling the poles within every topic, everything refitted each time, the choice of the
 * shrinkage included (docs/methods.md §4). Shuffling within topics keeps what topics differ by out of the
 * test.
 *
 * The control is the first of the shuffled labellings against the others; shuffling it again would
 * give the same arrangements.
 *
 * @param draws relabellings, at least 2
 */
export function labelPermutation(data: Labelled, seed: number, draws: number): LabelTest {
  return finish(labelPermutationInSteps(data, seed, draws));
}

/** The same in steps, which yield the share of the work done, in (0, 1]. */
export function* labelPermutationInSteps(
  data: Labelled,
  seed: number,
  draws: number,
): Generator<number, LabelTest> {
  const labellings = [data.poles, ...shuffled(data.poles, draws, seed)];
  const found = yield* heldOutInSteps(data, labellings);
  const topics = data.rows.length;
  const statistics = labellings.map((_, b) =>
    sum(found.ordered.subarray(b * topics, (b + 1) * topics)),
  );
  const [given, control, ...others] = statistics;
  return {
    relabelling: tally(given!, [control!, ...others], 1, false),
    control: tally(control!, others, 1, false),
    heldOut: found,
  };
}

/**
 * How many relabellings one may afford: 999, or if that takes more than some seconds, the largest of
 * 499, 199 and 99 that does not, or 99. Fewer make p coarser, not wrong.
 */
export function affordableDraws({ rows, dims, folds }: Labelled): number {
  const examples = rows.reduce((count, { length }) => count + length / dims, 0);
  const refit =
    folds.length * SHRINKAGES.length * (examples * dims + (folds.length * dims ** 2) / 2);
  return [RELABELLINGS, 499, 199].find((draws) => draws * refit <= RELABELLING_WORK) ?? 99;
}

function shuffled(poles: Labelling, draws: number, seed: number): Labelling[] {
  const shuffle = shuffler(randomLcg(seed));
  return Array.from({ length: draws }, () => poles.map((own) => Int8Array.from(shuffle([...own]))));
}
