import type { Corpus } from '../../../core/corpus/model.ts';
import type { View } from '../../../core/project/view.ts';
import type { Ranking } from '../../../core/relate/types.ts';
import type { AxisReport } from '../../../core/stance/types.ts';
import type { AtlasMap } from '../../../state/atlas.svelte.ts';
import type { MapTrust } from '../../../state/map-trust.svelte.ts';
import { corpusShares } from '../../stance/places.ts';
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
  // Of a space without neutral texts nothing can be said in these tones.
  if (shares.length === 0 && ranking.relations.length > 0) return null;
  return { scale: 'near', shares: new Map(shares) };
}

/**
 * Documents in the tone of their place on an axis: the share of the other documents here that lie
 * below it, each on the axis learnt without its topic. Null where the axis is not supported, so that
 * it colours nothing.
 */
export function stanceShading(report: AxisReport | null, corpus: Corpus): Shading | null {
  if (!report?.support.supported) return null;
  return { scale: 'stance', shares: corpusShares(report, corpus) };
}

/**
 * Points in the tone of how many of their nearest on the map are their nearest in the space. Null
 * while that is not known of this map.
 */
export function faithfulnessShading(
  map: AtlasMap | null,
  measured: MapTrust['faithfulness'],
): Shading | null {
  if (!measured?.value || measured.map !== map) return null;
  return { scale: 'near', shares: new Map(), points: measured.value.kept };
}
