/** Mean shares of a point's k nearest that are of its own group, each in [0, 1]. */
export interface NeighbourhoodHit {
  readonly picture: number;
  /** In the full space. Less than in the picture: the picture parts groups that the space does not. */
  readonly space: number;
  /** What chance would give: the share of pairs of points that are of one group. */
  readonly chance: number;
  /** Standard error of the mean difference of the two, paired by points; infinite below 2 points. */
  readonly error: number;
}

/** What a picture does to groups: draws them further apart than the space has them, mixes them, or neither. */
export type Parting = 'parted' | 'mixed' | 'alike';

/** Standard errors that a difference has to exceed. */
const BEYOND_CHANCE = 2;

/** What is said of a difference between the picture and the space: nothing within two standard errors. */
export function partingOf({ picture, space, error }: NeighbourhoodHit): Parting {
  if (!(Math.abs(picture - space) > BEYOND_CHANCE * error)) return 'alike';
  return picture > space ? 'parted' : 'mixed';
}

/**
 * Neighbourhood hit (Paulovich et al. 2008, doi:10.1109/TVCG.2007.70443) in the picture and in the space.
 * Its error takes points for drawn one by one, as a paired t-test does (docs/methods.md §8).
 *
 * @param groups [points]
 * @param near [points × k], nearest in the picture
 * @param truly nearest in the space, of which the first `k` are looked at
 */
export function neighbourhoodHit(
  groups: Int32Array,
  near: Int32Array,
  truly: { readonly k: number; readonly indices: Int32Array },
  k: number,
): NeighbourhoodHit {
  const points = groups.length;
  let [picture, space, squares] = [0, 0, 0];
  for (let point = 0; point < points; point++) {
    const own = groups[point]!;
    let [here, there] = [0, 0];
    for (let i = 0; i < k; i++) {
      if (groups[near[point * k + i]!] === own) here++;
      if (groups[truly.indices[point * truly.k + i]!] === own) there++;
    }
    picture += here;
    space += there;
    squares += (here - there) ** 2;
  }
  const sizes = new Map<number, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const pairs = [...sizes.values()].reduce((sum, size) => sum + size * (size - 1), 0);
  return {
    picture: picture / (points * k),
    space: space / (points * k),
    chance: pairs / (points * (points - 1)),
    error: points < 2 ? Infinity : errorOfMean(picture - space, squares, points) / k,
  };
}

/** Standard error of the mean of n whole numbers, from their sum and the sum of their squares; n > 1. */
function errorOfMean(sum: number, squares: number, n: number): number {
  return Math.sqrt((squares - sum ** 2 / n) / (n - 1) / n);
}
