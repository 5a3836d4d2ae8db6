import type { MappedSpace, OnShare } from '../layout/mapped-space.ts';
import { pca } from '../layout/pca.ts';
import { openIndex, indexPositions } from '../layout/spatial-index.ts';
import { umapInSteps } from '../layout/umap/umap.ts';
import { faithfulnessInSteps, type Faithfulness } from './faithfulness.ts';
import { agreement, type Agreement } from './stability.ts';

/** Share of the time that the search for neighbours takes where there is none yet, about. */
const GRAPH_SHARE = 0.5;

/** How true a picture of a space is to it; null below 3 points. @param positions [rows × 2] */
export async function faithfulnessOf(
  space: MappedSpace,
  positions: Float32Array,
  options: { readonly groups: Int32Array; readonly seed: number },
  onShare: OnShare,
): Promise<Faithfulness | null> {
  const graph = await space.graph((share) => onShare(GRAPH_SHARE * share));
  const picture = { positions, index: openIndex(indexPositions(positions)) };
  const steps = faithfulnessInSteps(space.matrix, graph, picture, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await onShare(GRAPH_SHARE + (1 - GRAPH_SHARE) * step.value);
  }
}

/** How far UMAP under other seeds agrees with a picture; none below 4 rows, which have no seed. */
export async function stabilityOf(
  space: MappedSpace,
  positions: Float32Array,
  seeds: readonly number[],
  onShare: OnShare,
): Promise<readonly Agreement[]> {
  if (space.matrix.rows <= 3) return [];
  const graph = await space.graph(() => onShare(0));
  const start = pca(space.matrix, 2).positions;
  const found: Agreement[] = [];
  for (const [i, seed] of seeds.entries()) {
    const steps = umapInSteps(graph, start, seed);
    let step = steps.next();
    for (; !step.done; step = steps.next()) await onShare((i + step.value.share) / seeds.length);
    const one = agreement(positions, step.value, seed);
    if (one) found.push(one);
  }
  return found;
}
