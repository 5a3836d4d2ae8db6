import type { Estimate } from '../../core/faithfulness/faithfulness.ts';
import type { Parting } from '../../core/faithfulness/neighbourhood-hit.ts';
import type { Recall } from '../../core/neighbours/graph.ts';
import { count, counted, overlap, share } from './figures.ts';

export const title = 'Faithfulness of this map';

export const measuring = (done: number): string => `Measuring how true the map is: ${share(done)}`;
export const tooFew = 'With fewer than three marks there is nothing that a map could get wrong.';
export const failed = 'How true the map is could not be measured';

export const trustworthiness = 'Trustworthiness';
export const continuity = 'Continuity';
export const kept = 'Neighbours kept';
export const hit = 'Own group among neighbours';
export const stability = 'Other seeds';

/** "0.93", "0.93 ± 0.01" where it is of a sample. */
export const estimate = ({ value, error }: Estimate): string =>
  error === 0 ? overlap(value) : `${overlap(value)} ± ${error < 0.005 ? '<0.01' : overlap(error)}`;

/** "41% of 15" */
export const keptOf = (mean: number, k: number): string => `${share(mean)} of ${count(k)}`;

/** "62% here, 58% in the full space, 14% by chance" */
export const hits = (picture: number, space: number, chance: number): string =>
  `${share(picture)} on the map, ${share(space)} in the full space, ${share(chance)} by chance`;
/** What the difference of the two comes to. */
export const parting: Record<Parting, string> = {
  parted:
    'Marks have more of their own group around them on the map than in the full space: it draws groups further apart than they are.',
  mixed:
    'Marks have less of their own group around them on the map than in the full space: it mixes groups that are apart.',
  alike:
    'Groups are about as far apart on the map as in the full space: the two differ by no more than chance.',
};

/** Of how many points an estimate is. */
export const sampled = (some: number, points: number): string =>
  `Ranks of ${count(some)} of ${counted(points, 'mark')}; ± is a 95 % interval.`;

/** How good the search for neighbours was. */
export const recall = ({ share: found, interval: [low, high], sampled: rows }: Recall): string =>
  `Neighbours in the full space are approximate: ${share(found)} of the true ones are found (${share(low)} to ${share(high)}, measured on ${count(rows)} marks).`;

/** What is said of the selected mark: "9 of the 15 marks nearest to it here are near in the full space." */
export const selected = (near: number, k: number): string =>
  `Of the ${count(k)} marks nearest to the selected one, ${count(near)} ${near === 1 ? 'is' : 'are'} among its ${count(k)} nearest in the full space.`;

export const compareSeeds = 'Compare five other seeds';
export const compareSeedsTitle = 'Lays the map out five times more, each time from another seed';
export const comparing = (done: number): string => `Comparing seeds: ${share(done)}`;
export const stop = 'Stop';
export const noSeed = 'PCA has no seed: it is the same every time.';
export const seedsFailed = 'Other seeds could not be compared';

/** What other seeds leave: "share 47% of neighbours; shape differs by 0.12 (0 the same, 1 unrelated)". */
export const seeds = (agreements: readonly { overlap: number; disparity: number }[]): string => {
  const overlaps = agreements.map((each) => each.overlap);
  const disparities = agreements.map((each) => each.disparity);
  return `${range(overlaps, share)} of neighbours in common, shapes ${range(disparities, overlap)} apart (0 the same, 1 unrelated)`;
};

function range(values: readonly number[], written: (value: number) => string): string {
  const [low, high] = [written(Math.min(...values)), written(Math.max(...values))];
  return low === high ? low : `${low} to ${high}`;
}
