import { correct, documentVector, type Correction } from '../space/correction.ts';
import type { ReferenceDocument } from '../space/types.ts';
import type { AxisBackground } from '../stance/axis-report.ts';
import type { StanceDocument } from '../stance/types.ts';
import { contentLemmas } from './lemmas.ts';
import type { Placed } from './placed.ts';

/** A text as an axis sees it, its words read when they are first asked for. */
class LazyDocument implements StanceDocument {
  readonly id: string;
  readonly vector: Float32Array<ArrayBuffer>;
  readonly text: string;
  readonly topic: string | null;
  #lemmas: readonly string[] | null = null;

  constructor({ source, vector }: Placed, topic: string | null) {
    this.id = source.id;
    this.vector = vector;
    this.text = source.text;
    this.topic = topic;
  }

  get lemmas(): readonly string[] {
    return (this.#lemmas ??= lemmasOf(this.text));
  }
}

/** A placed document on a topic, as an axis sees it; of most documents no axis needs the words. */
export function stanceDocument(document: Placed, topic: string | null): StanceDocument {
  return new LazyDocument(document, topic);
}

/** The reference as axes see it; documents without a direction are no background. */
export function stanceBackground(
  reference: readonly ReferenceDocument[],
  dims: number,
  correction: Correction,
): AxisBackground {
  const vectors = reference.map(({ vectors }) =>
    correct(documentVector(vectors, dims), dims, correction),
  );
  return {
    vectors: vectors.filter((vector) => vector.some((value) => value !== 0)),
    lemmas: reference.map(({ text }) => lemmasOf(text)),
  };
}

function lemmasOf(text: string): string[] {
  return contentLemmas(text).map(({ lemma }) => lemma);
}
