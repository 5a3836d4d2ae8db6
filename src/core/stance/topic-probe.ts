import { greatest } from 'd3';
import { dot } from '../space/matrix.ts';
import { centroids } from './centroids.ts';
import { removeTopic, type TopicBasis } from './topic-removal.ts';

/** How well a document's topic can be told from its vector. */
export interface Probe {
  /** Documents whose topic was told rightly. */
  readonly right: number;
  /** Documents asked about: those whose topic has others to learn from. */
  readonly of: number;
  /** Share that guessing one of the topics would get right. */
  readonly chance: number;
}

/** Documents to probe. */
export interface ProbedDocuments {
  readonly dims: number;
  /** Corrected unit vectors, [documents × dims]. */
  readonly rows: Float32Array<ArrayBuffer>;
  /** Topic of each; those without one (null) are left out. */
  readonly topics: readonly (string | null)[];
  /** Documents with the same unit, such as twins, are held out together. */
  readonly units: readonly string[];
}

/**
 * Nearest-centroid probe, cross-validated: a document is given the topic whose centroid, from all
 * documents but those of its own unit, has the largest cosine with it (Tibshirani et al. 2002 without
 * shrinkage). Documents without direction and topics with no other unit are not asked about.
 */
export function topicProbe({ dims, rows, topics, units }: ProbedDocuments): Probe {
  const row = (i: number) => rows.subarray(i * dims, (i + 1) * dims);
  const asked = topics.flatMap((topic, i) =>
    topic !== null && row(i).some((value) => value !== 0) ? [{ topic, i }] : [],
  );
  const names = new Set(asked.map(({ topic }) => topic));
  let [right, of] = [0, 0];
  for (const unit of new Set(asked.map(({ i }) => units[i]!))) {
    const others = topics.map((topic, i) => (units[i] === unit ? null : topic));
    const { names: known, sums } = centroids(rows, dims, others);
    const towards = new Map(known.map((name, c) => [name, sums[c]!]));
    for (const { topic, i } of asked) {
      if (units[i] !== unit || !towards.has(topic)) continue;
      const best = greatest(known, (name) => cosine(row(i), towards.get(name)!));
      of++;
      if (best === topic) right++;
    }
  }
  return { right, of, chance: names.size === 0 ? 0 : 1 / names.size };
}

/** The probe before and after topics were taken out, on the same documents. */
export function probeRemoval(
  documents: ProbedDocuments,
  basis: TopicBasis,
): { readonly before: Probe; readonly after: Probe } {
  return {
    before: topicProbe(documents),
    after: topicProbe({ ...documents, rows: removeTopic(documents.rows, basis) }),
  };
}

function cosine(unit: Float32Array, sum: Float64Array): number {
  const length = Math.sqrt(dot(sum, sum));
  return length === 0 ? 0 : dot(unit, sum) / length;
}
