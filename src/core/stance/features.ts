import { WORDING_LEMMAS } from '../limits.ts';
import { count, Frequencies, type Counts } from '../relate/frequencies.ts';
import { Terms } from '../relate/terms.ts';
import { Tfidf } from '../relate/tfidf.ts';
import { meanValence } from './sentiment.ts';
import type { StanceDocument } from './types.ts';

/** Documents as rows of numbers, in any space: what an axis can be learnt in. */
export interface Features {
  readonly dims: number;
  /** [documents × dims] */
  readonly rows: Float64Array<ArrayBuffer>;
}

/** The corrected vectors themselves. */
export function meaningFeatures(documents: readonly StanceDocument[], dims: number): Features {
  const rows = new Float64Array(documents.length * dims);
  documents.forEach(({ vector }, i) => rows.set(vector, i * dims));
  return { dims, rows };
}

/**
 * Unit TF-IDF vectors (docs/methods.md §3.3), of which the 500 lemmas that most of the documents use
 * are kept: a word that a single text has carries nothing over to another topic. Columns of equal
 * document frequency are ranked by first use, so give documents in an order of their own.
 *
 * @param background lemmas of further texts, the reference's, for the document frequencies only
 */
export function wordingFeatures(
  documents: readonly StanceDocument[],
  background: readonly (readonly string[])[],
): Features {
  const terms = new Terms();
  const frequencies = new Frequencies();
  const add = (lemmas: readonly string[]): Counts => {
    const counted = count(lemmas.map((lemma) => terms.id(lemma)));
    frequencies.add(counted);
    return counted;
  };
  const counts = documents.map(({ lemmas }) => add(lemmas));
  const frequency = new Map<number, number>();
  for (const { terms } of counts) {
    for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  for (const lemmas of background) add(lemmas);
  const tfidf = new Tfidf(frequencies);
  const kept = [...frequency]
    .sort(([a, n], [b, m]) => m - n || a - b)
    .slice(0, WORDING_LEMMAS)
    .map(([term]) => term);
  // Texts without lemmas are one column of zeros.
  const dims = Math.max(1, kept.length);
  const rows = new Float64Array(documents.length * dims);
  counts.forEach((count, i) => {
    const weights = tfidf.weights(count);
    kept.forEach((term, column) => (rows[i * dims + column] = weights.get(term) ?? 0));
  });
  return { dims, rows };
}

/** One number each: the mean valence of the words. */
export function sentimentFeatures(documents: readonly StanceDocument[]): Features {
  return { dims: 1, rows: Float64Array.from(documents, ({ text }) => meanValence(text)) };
}
