/** Smoothing of the inverse frequency: the middle of the range that Arora et al. recommend. */
const SMOOTHING = 1e-3;

/** Zipf–Mandelbrot: frequency falls as 1 / (rank + 1 + OFFSET); 2.7 fits English (Mandelbrot 1953). */
const OFFSET = 2.7;

/** Ranks that the probabilities are normalised over: the source's vocabulary, within 2 %. */
const ALL_RANKS = 400_000;

/**
 * What BERT's tokenizer leaves of contractions ("don't" → "don", "'", "t"). The source's corpus
 * was split otherwise, so its rank for "don" is that of the name: they weigh as function words.
 */
const CONTRACTIONS = new Set(
  'aren couldn didn doesn don hadn hasn haven isn ll re shouldn ve wasn weren wouldn'.split(' '),
);
const CONTRACTION_RANK = 30;

/** Probability of each word in running text, estimated from its rank by frequency (from 0). */
export function wordProbabilities(
  words: readonly string[],
  ranks: readonly number[],
): Float64Array {
  let total = 0;
  for (let rank = 0; rank < ALL_RANKS; rank++) total += 1 / (rank + 1 + OFFSET);
  return Float64Array.from(words, (word, i) => {
    const rank = CONTRACTIONS.has(word) ? CONTRACTION_RANK : ranks[i]!;
    return 1 / (rank + 1 + OFFSET) / total;
  });
}

/**
 * Smooth inverse frequency a / (a + p), in (0, 1) (Arora, Liang, Ma: A Simple but Tough-to-Beat
 * Baseline for Sentence Embeddings, ICLR 2017).
 */
export function inverseFrequencies(probabilities: Float64Array): Float64Array {
  return probabilities.map((p) => SMOOTHING / (SMOOTHING + p));
}
