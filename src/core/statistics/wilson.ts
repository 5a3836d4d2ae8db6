/** Φ⁻¹(.975). */
const Z = 1.959963984540054;

/**
 * 95 % interval of a share: `passing` of `count` (Wilson 1927, JASA 22). Unlike a bootstrap's it does
 * not shrink to a point where all or none pass.
 *
 * @param passing in [0, count]
 * @param count at least 1
 */
export function wilson(passing: number, count: number): [number, number] {
  const share = passing / count;
  const spread = Z ** 2 / count;
  const centre = share + spread / 2;
  const half = Z * Math.sqrt((share * (1 - share)) / count + spread / (4 * count));
  const ends = [(centre - half) / (1 + spread), (centre + half) / (1 + spread)] as const;
  return [passing === 0 ? 0 : ends[0], passing === count ? 1 : ends[1]];
}
