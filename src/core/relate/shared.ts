import type { Lemma } from './lemmas.ts';
import type { SharedLemma, SharedSpan } from './types.ts';

/** The content lemmas that two texts share, and where. */
export interface SharedLemmas {
  /** By falling weight, ties alphabetically. */
  readonly lemmas: readonly SharedLemma[];
  /** Every use of a shared lemma in the first text, in reading order. */
  readonly first: readonly SharedSpan[];
  /** The same in the second. */
  readonly second: readonly SharedSpan[];
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
  const shared = new Map<string, SharedLemma>();
  for (const { lemma, name } of first) if (used.has(lemma)) shared.set(lemma, { lemma, name });
  const weighed = Array.from(shared.values(), (each) => ({ each, weight: weight(each.lemma) }));
  weighed.sort((a, b) => b.weight - a.weight || (a.each.lemma < b.each.lemma ? -1 : 1));
  const spans = (text: readonly Lemma[]): SharedSpan[] =>
    text
      .filter(({ lemma }) => shared.has(lemma))
      .map(({ lemma, start, end }) => ({ lemma, start, end }));
  return { lemmas: weighed.map(({ each }) => each), first: spans(first), second: spans(second) };
}
