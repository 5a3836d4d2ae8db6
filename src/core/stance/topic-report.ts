import { crossedContrast, crossedContrastGain, type Contrast } from './crossed-contrast.ts';
import { prepareTwins } from './examples.ts';
import { probeRemoval, topicProbe, type Probe } from './topic-probe.ts';
import { topicBasis, type TopicBasis } from './topic-removal.ts';
import type { Pole, StanceDocument, Twin } from './types.ts';

/** What topics do to the closeness of twins, and what is left once they are taken out. Plain data. */
export interface TopicReport {
  /** Topics of the twins, ascending. */
  readonly topics: readonly string[];
  /** Documents of those twins. */
  readonly documents: number;
  /** Other documents on the same topics, on which the directions of topics were fitted. */
  readonly fittedOn: number;
  /** Directions that were taken out; 0 where the others cover fewer than two of the topics. */
  readonly rank: number;
  /** How well the topic of a twin can be told, from the other twins; `after` null at rank 0. */
  readonly probe: { readonly before: Probe; readonly after: Probe | null };
  /** The crossed contrast of the twins; `after` and `gain` null at rank 0. */
  readonly crossed: {
    readonly before: Contrast;
    readonly after: Contrast | null;
    readonly gain: Contrast | null;
  };
}

/**
 * Topic removal and crossed contrast of some twins (docs/methods.md §4). The directions of topics are
 * fitted on the other documents that have the twins' topics: fitted on the twins themselves, removal
 * would make values agree across topics where nothing does. Twins without a topic are left out.
 */
export function topicReport(
  documents: readonly StanceDocument[],
  twins: readonly Twin[],
  { dims, seed }: { readonly dims: number; readonly seed: number },
): TopicReport {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const onTopic = twins.filter(({ topic }) => topic !== null);
  const { named, documents: examples, pairs, used } = prepareTwins(byId, onTopic);
  const topics = new Map<string, string>();
  const values = new Map<string, Pole>();
  const units = new Map<string, string>();
  if (used.kind === 'paired') {
    for (const { positive, negative, topic } of used.twins) {
      topics.set(positive, topic!).set(negative, topic!);
      values.set(positive, 1).set(negative, -1);
    }
  }
  pairs.forEach((pair, i) => pair.forEach((row) => units.set(examples[row]!.id, String(i))));
  const others = documents.filter(
    ({ id, topic, vector }) =>
      !topics.has(id) && named.includes(topic ?? '') && vector.some((value) => value !== 0),
  );
  const basis = topicBasis(
    rowsOf(others, dims),
    dims,
    others.map(({ topic }) => topic),
  );
  const ids = examples.map(({ id }) => id);
  const common = { dims, rows: rowsOf(examples, dims), topics: ids.map((id) => topics.get(id)!) };
  return {
    topics: named,
    documents: ids.length,
    fittedOn: others.length,
    rank: basis.rank,
    probe: probed({ ...common, units: ids.map((id) => units.get(id)!) }, basis),
    crossed: crossed({ ...common, values: ids.map((id) => values.get(id)!) }, basis, seed),
  };
}

function probed(
  documents: Parameters<typeof topicProbe>[0],
  basis: TopicBasis,
): TopicReport['probe'] {
  return basis.rank === 0
    ? { before: topicProbe(documents), after: null }
    : probeRemoval(documents, basis);
}

function crossed(
  documents: Parameters<typeof crossedContrast>[0],
  basis: TopicBasis,
  seed: number,
): TopicReport['crossed'] {
  return basis.rank === 0
    ? { before: crossedContrast(documents, seed), after: null, gain: null }
    : crossedContrastGain(documents, basis, seed);
}

function rowsOf(documents: readonly StanceDocument[], dims: number): Float32Array<ArrayBuffer> {
  const rows = new Float32Array(documents.length * dims);
  documents.forEach(({ vector }, i) => rows.set(vector, i * dims));
  return rows;
}
