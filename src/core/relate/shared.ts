import type { Span } from '../corpus/model.ts';
import type { Lemma } from './lemmas.ts';

/** The content lemmas that two texts share, and where. */
export interface SharedLemmas {
  /** By falling weight, ties alphabetically. */
  readonly lemmas: readonly string[];
  /** Every use of a shared lemma in the first text, in reading order. */
  readonly first: readonly Span[];
  /** The same in the second. */
  readonly second: readonly Span[];
}

/**
 * What two texts share in words. The weight of a lemma is the product of its TF-IDF weights, its
 * share of the cosine between the two (docs/methods.md §3.3).
 *
 * @param weight of a lemma in the pair, at least 0
 */
export function sharedLemmas(
  first: readonly Lemma[],
  second: readonly Lemma[],
  weight: (lemma: string) => number,
): SharedLemmas {
  const used = new Set(second.map(({ lemma }) => lemma));
  const shared = new Set(first.map(({ lemma }) => lemma).filter((lemma) => used.has(lemma)));
  const weighed = [...shared].map((lemma) => ({ lemma, weight: weight(lemma) }));
  weighed.sort((a, b) => b.weight - a.weight || (a.lemma < b.lemma ? -1 : 1));
  const spans = (text: readonly Lemma[]): Span[] =>
    text.filter(({ lemma }) => shared.has(lemma)).map(({ start, end }) => ({ start, end }));
  return { lemmas: weighed.map(({ lemma }) => lemma), first: spans(first), second: spans(second) };
}
