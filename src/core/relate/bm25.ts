import type { Counts, Frequencies } from './frequencies.ts';

/** How soon further uses of a lemma stop to count (docs/methods.md §3.3). */
const K1 = 1.2;
/** How far long texts are held down. */
const B = 0.75;

/**
 * BM25 of texts for one query (Robertson & Zaragoza 2009, The Probabilistic Relevance Framework,
 * eq. 3.15, with the idf ln(1 + (N − df + ½) / (df + ½)), which is never negative):
 *
 *     Σ_t qtf · idf(t) · tf (k₁ + 1) / (tf + k₁ (1 − b + b · length / mean length))
 *
 * A lemma counts as often as the query uses it. Sums run in the text's own order.
 *
 * @returns function from a text to its score, at least 0 and unbounded; valid until the set changes
 */
export function bm25(query: Counts, frequencies: Frequencies): (text: Counts) => number {
  const { texts, meanLength } = frequencies;
  const weights = new Map<number, number>();
  query.terms.forEach((term, i) => {
    const df = frequencies.of(term);
    weights.set(term, query.counts[i]! * Math.log(1 + (texts - df + 0.5) / (df + 0.5)));
  });
  return ({ terms, counts, length }) => {
    const damping = K1 * (1 - B + (meanLength === 0 ? 0 : (B * length) / meanLength));
    let sum = 0;
    for (let i = 0; i < terms.length; i++) {
      const weight = weights.get(terms[i]!);
      if (weight === undefined) continue;
      const tf = counts[i]!;
      sum += (weight * tf * (K1 + 1)) / (tf + damping);
    }
    return sum;
  };
}
