import { dot } from '../space/matrix.ts';
import { percentileOf } from '../relate/null.ts';
import { finish } from '../relate/steps.ts';
import { prepareExamples, prepareTwins, type Prepared, type PreparedExamples } from './examples.ts';
import { meaningFeatures, sentimentFeatures, wordingFeatures, type Features } from './features.ts';
import { learnExamples } from './learn-examples.ts';
import { learnTwins } from './learn-twins.ts';
import type { Learnt } from './learnt.ts';
import { support } from './support.ts';
import type {
  AxisReport,
  AxisScore,
  AxisSource,
  StanceDocument,
  Support,
  Validation,
} from './types.ts';

/** What axes are seen against: the bundled reference. */
export interface AxisBackground {
  /** Corrected unit vectors of its documents; none without a reference. */
  readonly vectors: readonly Float32Array[];
  /** Content lemmas of its documents, for the document frequencies of the axis of wording. */
  readonly lemmas: readonly (readonly string[])[];
}

export interface AxisSettings {
  /** Length of every vector. */
  readonly dims: number;
  /** Of relabellings, control and bootstrap. */
  readonly seed: number;
}

/**
 * Learns an axis from twins or from labelled examples, validates it, and places all documents on it
 * (docs/methods.md §4). The same source gives the same report whatever the order of documents and
 * examples; only `scores` follows the documents.
 *
 * Never throws for want of examples: an axis of nothing is a report that says so.
 *
 * @param documents all that are to be placed, the examples among them
 */
export function axisReport(
  documents: readonly StanceDocument[],
  source: AxisSource,
  background: AxisBackground,
  settings: AxisSettings,
): AxisReport {
  return finish(axisReportInSteps(documents, source, background, settings));
}

/** The same in steps of tens of milliseconds to a second, which yield the share of the work done, in (0, 1]. */
export function* axisReportInSteps(
  documents: readonly StanceDocument[],
  source: AxisSource,
  background: AxisBackground,
  { dims, seed }: AxisSettings,
): Generator<number, AxisReport> {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const { prepared, learn, facts } = prepare(byId, source, seed);
  const examples = prepared.documents;
  const meaning = yield* third(0, learn(meaningFeatures(examples, dims)));
  const wording = yield* third(1, learn(wordingFeatures(examples, background.lemmas)));
  const sentiment = yield* third(2, learn(sentimentFeatures(examples)));
  return {
    kind: source.kind,
    direction: Float32Array.from(meaning.direction),
    support: facts(meaning.validation.p),
    validation: meaning.validation,
    comparisons: {
      wording: wording.validation,
      sentiment: sentiment.validation,
      random: meaning.control,
    },
    wordsExplain: asGood(wording.validation, meaning.validation),
    sentimentExplains: asGood(sentiment.validation, meaning.validation),
    shrinkage: meaning.shrinkage,
    used: prepared.used,
    topics: prepared.named,
    leftOut: prepared.leftOut,
    scores: placed(documents, prepared, meaning, background.vectors),
  };
}

/** One of the three fits that a report is made of, its share as one of the whole. */
function* third(before: number, work: Generator<number, Learnt>): Generator<number, Learnt> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield (before + step.value) / 3;
  }
}

/** Twins are learnt from in one step. */
function* atOnce(learnt: () => Learnt): Generator<number, Learnt> {
  const found = learnt();
  yield 1;
  return found;
}

/** Whether one orders no fewer of the held-out examples than the other; null if none were. */
function asGood(one: Validation, other: Validation): boolean | null {
  return one.accuracy === null || other.accuracy === null ? null : one.accuracy >= other.accuracy;
}

/** The source made ready, how to learn from it, and what its support follows from. */
function prepare(byId: ReadonlyMap<string, StanceDocument>, source: AxisSource, seed: number) {
  if (source.kind === 'paired') {
    const prepared = prepareTwins(byId, source.twins);
    const counts = {
      twins: prepared.pairs.length,
      examplesOfPole: 0,
      topics: prepared.named.length,
    };
    return {
      prepared,
      learn: (features: Features) => atOnce(() => learnTwins(features, prepared, seed)),
      facts: (p: number | null) =>
        support({ ...counts, topicsKnown: prepared.named.length > 0, p }),
    };
  }
  const prepared = prepareExamples(byId, source.examples);
  return {
    prepared,
    learn: (features: Features) => learnExamples(features, prepared, seed),
    facts: (p: number | null): Support =>
      support({ ...crossed(prepared), twins: null, topicsKnown: prepared.named.length > 0, p }),
  };
}

/** Topics that have both poles, and the examples of the rarer pole in these, or in all if none is named. */
function crossed({ topics, poles, named }: PreparedExamples) {
  const counts = new Map<number, { positives: number; negatives: number }>();
  topics.forEach((topic, i) => {
    const own = counts.get(topic) ?? { positives: 0, negatives: 0 };
    counts.set(topic, own);
    own[poles[i] === 1 ? 'positives' : 'negatives']++;
  });
  const known = [...counts].filter(([topic]) => named.length === 0 || topic < named.length);
  const both = known.map(([, own]) => own).filter((own) => own.positives > 0 && own.negatives > 0);
  const total = (pole: 'positives' | 'negatives') => both.reduce((sum, own) => sum + own[pole], 0);
  return { topics: both.length, examplesOfPole: Math.min(total('positives'), total('negatives')) };
}

/** Scores of all documents; see `AxisScore`. */
function placed(
  documents: readonly StanceDocument[],
  prepared: Prepared,
  { direction, without }: Learnt,
  reference: readonly Float32Array[],
): AxisScore[] {
  const neutral = Float32Array.from(reference, (vector) => dot(vector, direction)).sort();
  const topicOf = exampleTopics(prepared);
  const axes = Array.from({ length: prepared.topicCount }, (_, topic) => without(topic));
  return documents.map(({ id, vector, topic }) => {
    const score = dot(vector, direction);
    const own = topicOf.get(id) ?? prepared.named.indexOf(topic ?? '');
    return {
      document: id,
      score,
      percentile: neutral.length === 0 ? null : percentileOf(neutral, score),
      inSample: topicOf.has(id),
      heldOut: own < 0 ? score : prepared.topicCount < 2 ? null : dot(vector, axes[own]!),
    };
  });
}

/** Number of the topic of every example, by document. */
function exampleTopics({ used, topics }: Prepared): ReadonlyMap<string, number> {
  return new Map(
    used.kind === 'paired'
      ? used.twins.flatMap(({ positive, negative }, i) => [
          [positive, topics[i]!],
          [negative, topics[i]!],
        ])
      : used.examples.map(({ document }, i) => [document, topics[i]!]),
  );
}
