import { randomLcg } from 'd3';
import { BOOTSTRAP_REPLICATES } from '../limits.ts';
import { interval95 } from '../relate/bootstrap.ts';
import { dot, normaliseRows } from '../space/matrix.ts';
import { meaningFeatures } from './features.ts';
import { prepareTwins, type PreparedTwins } from './examples.ts';
import { differences, pairedDirection, type Differences } from './paired.ts';
import type { Interval, StanceDocument, Twin } from './types.ts';

/** How two axes lie to each other. */
export interface AxisAngle {
  /** Cosine of the two, in [−1, 1]; null if one of them has no direction. */
  readonly cosine: number | null;
  /** From resampling the twins of each; null below two twins on either side. */
  readonly interval: Interval | null;
}

/**
 * Cosine of two paired axes with a 95 % interval from 999 seeded resamples of the twins of each, the
 * axes refitted. Noise in either axis draws the cosine towards 0, so a small one may also mean that
 * the twins are few.
 */
export function axisAngle(
  documents: readonly StanceDocument[],
  first: readonly Twin[],
  second: readonly Twin[],
  { dims, seed }: { readonly dims: number; readonly seed: number },
): AxisAngle {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const [a, b] = [first, second].map((twins) => differ(prepareTwins(byId, twins), dims)) as [
    Differences,
    Differences,
  ];
  const [u, v] = [pairedDirection(a), pairedDirection(b)];
  if (!hasDirection(u) || !hasDirection(v)) return { cosine: null, interval: null };
  const enough = a.topics.length > 1 && b.topics.length > 1;
  return { cosine: dot(u, v), interval: enough ? bootstrap(a, b, seed) : null };
}

function bootstrap(a: Differences, b: Differences, seed: number): Interval {
  const random = randomLcg(seed);
  return interval95(
    Float64Array.from({ length: BOOTSTRAP_REPLICATES }, () =>
      dot(redrawn(a, random), redrawn(b, random)),
    ),
  );
}

/** The axis of as many twins, drawn with replacement. */
function redrawn({ dims, rows, topics }: Differences, random: () => number): Float64Array {
  const sum = new Float64Array(dims);
  for (const _ of topics) {
    const start = Math.floor(random() * topics.length) * dims;
    for (let d = 0; d < dims; d++) sum[d]! += rows[start + d]!;
  }
  return normaliseRows(sum, dims);
}

function differ(prepared: PreparedTwins, dims: number): Differences {
  const { documents, pairs, topics, topicCount } = prepared;
  return differences(meaningFeatures(documents, dims), pairs, topics, topicCount);
}

function hasDirection(axis: Float64Array): boolean {
  return axis.some((value) => value !== 0);
}
