import type { Corpus, Document } from '../src/core/corpus/model.ts';
import { contentLemmas } from '../src/core/relate/lemmas.ts';
import { axisReport, type AxisBackground } from '../src/core/stance/axis-report.ts';
import { corpusAxes, topicOf } from '../src/core/stance/corpus-axes.ts';
import type { AxisReport, AxisSource, StanceDocument } from '../src/core/stance/types.ts';
import { placedVector, type Space } from './space.ts';

/** Raw passage vectors by document id, [passages × dims] each. */
export type Vectors = ReadonlyMap<string, Float32Array<ArrayBuffer>>;

/** An axis as it is written down: `AxisReport` with a name and in plain arrays. */
export interface WrittenAxis extends Omit<AxisReport, 'direction'> {
  readonly id: string;
  /** The field in which its documents differ, or what the two lists are called. */
  readonly field: string;
  /** Unit vector, [dims]; zeros if the examples do not differ. */
  readonly direction: readonly number[];
}

/** The axes that a corpus offers, with all its documents placed on them; none without such fields. */
export function* axesOf(corpus: Corpus, vectors: Vectors, space: Space): Generator<WrittenAxis> {
  const offered = corpusAxes(corpus);
  if (offered.length === 0) return;
  const learn = axisLearner([...corpus.documents.values()], vectors, space);
  for (const { id, field, source } of offered) yield { id, field, ...learn(source) };
}

/** Function that learns an axis from a source and places these documents on it. */
export function axisLearner(
  documents: readonly Document[],
  vectors: Vectors,
  space: Space,
): (source: AxisSource) => Omit<WrittenAxis, 'id' | 'field'> {
  const placed = documents.map((document): StanceDocument => {
    const { id, text } = document;
    const vector = placedVector(vectors.get(id) ?? new Float32Array(), space);
    return { id, vector, text, lemmas: lemmasOf(text), topic: topicOf(document) };
  });
  const background: AxisBackground = {
    vectors: space.reference.map((each) => placedVector(each.vectors, space)),
    lemmas: space.reference.map(({ text }) => lemmasOf(text)),
  };
  const { seed, encoder } = space.settings;
  return (source) => {
    const report = axisReport(placed, source, background, { dims: encoder.dims, seed });
    return { ...report, direction: [...report.direction] };
  };
}

function lemmasOf(text: string): string[] {
  return contentLemmas(text).map(({ lemma }) => lemma);
}
