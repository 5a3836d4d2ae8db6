import { ascending } from 'd3';
import type { RowPair } from './paired.ts';
import type { AxisSource, Example, Pole, StanceDocument, Twin } from './types.ts';

/** Examples of an axis in an order of their own, so that nothing depends on how they came. */
export interface Prepared {
  /** What is used of the source, in order of ids. */
  readonly used: AxisSource;
  /** Documents of the examples, each once. */
  readonly documents: readonly StanceDocument[];
  /** Topic of each twin or example, in [0, topicCount). */
  readonly topics: Int32Array<ArrayBuffer>;
  readonly topicCount: number;
  /** Named topics among them, ascending; index is the topic's number. Empty if none is named. */
  readonly named: readonly string[];
  /** Documents that were named but are unknown, have no direction or stand for both poles, ascending. */
  readonly leftOut: readonly string[];
}

/** Twins as pairs of rows. */
export interface PreparedTwins extends Prepared {
  readonly pairs: readonly RowPair[];
}

/** Examples with the poles of their rows. */
export interface PreparedExamples extends Prepared {
  readonly poles: readonly Pole[];
}

/**
 * Twins whose two documents are known, differ and have a direction, each once. Without any named topic
 * every twin is held out by itself; else those without one form a topic together.
 */
export function prepareTwins(
  documents: ReadonlyMap<string, StanceDocument>,
  twins: readonly Twin[],
): PreparedTwins {
  const unique = new Map(
    twins.map((twin) => [JSON.stringify([twin.positive, twin.negative]), twin]),
  );
  const usable = [...unique.values()]
    .filter(({ positive, negative }) => {
      return positive !== negative && [positive, negative].every((id) => isUsable(documents, id));
    })
    .sort((a, b) => ascending(a.positive, b.positive) || ascending(a.negative, b.negative));
  const ids = [...new Set(usable.flatMap(({ positive, negative }) => [positive, negative]))].sort();
  const row = new Map(ids.map((id, i) => [id, i]));
  const alone = Int32Array.from(usable, (_, i) => i);
  return {
    ...byTopic(usable, alone),
    used: { kind: 'paired', twins: usable },
    documents: ids.map((id) => documents.get(id)!),
    pairs: usable.map(({ positive, negative }) => [row.get(positive)!, row.get(negative)!]),
    leftOut: missing(
      twins.flatMap(({ positive, negative }) => [positive, negative]),
      row,
    ),
  };
}

/**
 * Examples that are known, have a direction and stand for one pole only, each once. Without any named
 * topic the i-th of each pole goes into fold i mod 10; else those without one form a topic together.
 */
export function prepareExamples(
  documents: ReadonlyMap<string, StanceDocument>,
  examples: readonly Example[],
): PreparedExamples {
  const first = new Map<string, Example>();
  const torn = new Set<string>();
  for (const example of examples) {
    const known = first.get(example.document) ?? example;
    first.set(example.document, known);
    if (known.pole !== example.pole) torn.add(example.document);
  }
  const usable = [...first.values()]
    .filter(({ document }) => !torn.has(document) && isUsable(documents, document))
    .sort((a, b) => ascending(a.document, b.document));
  const poles = usable.map(({ pole }) => pole);
  return {
    ...byTopic(usable, dealt(poles)),
    used: { kind: 'discriminant', examples: usable },
    documents: usable.map(({ document }) => documents.get(document)!),
    poles,
    leftOut: missing(
      examples.map(({ document }) => document),
      new Map(usable.map(({ document }, i) => [document, i])),
    ),
  };
}

/** Folds for examples of no topic: about ten, each with examples of both poles. */
const DEALT_FOLDS = 10;

function dealt(poles: readonly Pole[]): Int32Array<ArrayBuffer> {
  const positives = poles.filter((pole) => pole > 0).length;
  const folds = Math.max(1, Math.min(DEALT_FOLDS, positives, poles.length - positives));
  const next = { '1': 0, '-1': 0 };
  return Int32Array.from(poles, (pole) => next[pole]++ % folds);
}

/** Numbers the topics by name, the nameless one last; or takes `folds` if no topic has a name. */
function byTopic(
  items: readonly { readonly topic: string | null }[],
  folds: Int32Array<ArrayBuffer>,
): Pick<Prepared, 'topics' | 'topicCount' | 'named'> {
  const names = items.flatMap(({ topic }) => (topic === null ? [] : [topic]));
  const named = [...new Set(names)].sort();
  if (named.length === 0) {
    const topicCount = folds.reduce((count, fold) => Math.max(count, fold + 1), 0);
    return { topics: folds, topicCount, named };
  }
  const index = new Map(named.map((name, i) => [name, i]));
  return {
    topics: Int32Array.from(items, ({ topic }) =>
      topic === null ? named.length : index.get(topic)!,
    ),
    topicCount: named.length + (names.length < items.length ? 1 : 0),
    named,
  };
}

function isUsable(documents: ReadonlyMap<string, StanceDocument>, id: string): boolean {
  return documents.get(id)?.vector.some((value) => value !== 0) ?? false;
}

function missing(ids: readonly string[], used: ReadonlyMap<string, number>): string[] {
  return [...new Set(ids)].filter((id) => !used.has(id)).sort();
}
