import type { View } from '../../core/project/view.ts';
import type { Ranking } from '../../core/relate/types.ts';
import type { Shading } from './points.ts';

/**
 * Documents in the tone of their relatedness to the selected scenario: the share of neutral texts
 * that they are closer than. Null while no ranking for that scenario is here.
 */
export function relatednessShading(
  ranking: Ranking | null,
  { anchor, scenario }: Pick<View, 'anchor' | 'scenario'>,
): Shading | null {
  if (!ranking || anchor !== 'scenario' || scenario === null) return null;
  if (!ranking.relations.every((relation) => relation.scenario === scenario)) return null;
  const shares = ranking.relations.flatMap(({ document, percentile }) =>
    percentile === null ? [] : [[document, percentile] as const],
  );
  return { scale: 'near', shares: new Map(shares) };
}
