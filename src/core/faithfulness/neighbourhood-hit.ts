/** Mean shares of a point's k nearest that are of its own group, each in [0, 1]. */
export interface NeighbourhoodHit {
  readonly picture: number;
  /** In the full space. Less than in the picture: the picture parts groups that the space does not. */
  readonly space: number;
  /** What chance would give: the share of pairs of points that are of one group. */
  readonly chance: number;
}

/**
 * Neighbourhood hit (Paulovich et al. 2008, doi:10.1109/TVCG.2007.70443) in the picture and in the space.
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
  let [picture, space] = [0, 0];
  for (let point = 0; point < points; point++) {
    const own = groups[point]!;
    for (let i = 0; i < k; i++) {
      if (groups[near[point * k + i]!] === own) picture++;
      if (groups[truly.indices[point * truly.k + i]!] === own) space++;
    }
  }
  const sizes = new Map<number, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const pairs = [...sizes.values()].reduce((sum, size) => sum + size * (size - 1), 0);
  return {
    picture: picture / (points * k),
    space: space / (points * k),
    chance: pairs / (points * (points - 1)),
  };
}
