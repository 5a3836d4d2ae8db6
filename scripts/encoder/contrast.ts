import type { Pair } from './pairs.ts';
import { shuffle, type Random } from './random.ts';

export interface Tuning {
  /** Pairs that are each other's negatives. */
  readonly batch: number;
  readonly epochs: number;
  /** Of the cosines in the softmax. */
  readonly temperature: number;
  /** Step, in units of the rows' root mean square length. */
  readonly rate: number;
  /** Strength of the pull back to the initial vectors. */
  readonly pull: number;
}

/** Chosen on STS 2012 and 2015 from a handful of values each, a factor of 1.5 or more apart. */
export const TUNING: Tuning = { batch: 512, epochs: 3, temperature: 0.1, rate: 0.03, pull: 0.1 };

/**
 * Moves the vectors of paraphrases together and away from the rest of their batch: symmetric
 * InfoNCE (van den Oord et al., arXiv:1807.03748) over weighted sums of words, by Adagrad (Duchi et
 * al., JMLR 2011) with one step size a row. Changes `vectors` [words × dims]; `weights` [words].
 * Returns the mean loss of the last epoch, in nats.
 */
export function tune(
  vectors: Float64Array,
  dims: number,
  weights: Float64Array,
  pairs: readonly Pair[],
  random: Random,
  { batch, epochs, temperature, rate, pull }: Tuning = TUNING,
): number {
  const square = vectors.reduce((sum, x) => sum + x * x, 0);
  const unit = Math.sqrt((square / vectors.length) * dims);
  for (let i = 0; i < vectors.length; i++) vectors[i]! /= unit;
  const initial = vectors.slice();
  const seen = new Float64Array(weights.length).fill(1e-8);
  const order = Uint32Array.from(pairs.keys());
  let loss = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    loss = 0;
    let batches = 0;
    for (let from = 0; from + batch <= order.length; from += batch) {
      const chosen = Array.from(order.subarray(from, from + batch), (at) => pairs[at]!);
      const texts = [...chosen.map(([a]) => a), ...chosen.map(([, b]) => b)];
      const sums = embed(texts, vectors, dims, weights);
      loss += towardsPairs(sums, dims, batch, temperature);
      batches++;
      for (const [word, slope] of slopes(texts, sums.gradient, dims, weights)) {
        const start = word * dims;
        let squares = 0;
        for (let d = 0; d < dims; d++) {
          slope[d]! += pull * (vectors[start + d]! - initial[start + d]!);
          squares += slope[d]! ** 2;
        }
        seen[word]! += squares / dims;
        const step = rate / Math.sqrt(seen[word]!);
        for (let d = 0; d < dims; d++) vectors[start + d]! -= step * slope[d]!;
      }
    }
    loss /= Math.max(1, batches);
  }
  return loss;
}

interface Sums {
  /** [texts × dims], unit rows. */
  readonly unit: Float64Array;
  /** [texts], lengths before they were made units. */
  readonly lengths: Float64Array;
  /** [texts × dims], of the loss by the sums of words. */
  readonly gradient: Float64Array;
}

function embed(
  texts: readonly (readonly number[])[],
  vectors: Float64Array,
  dims: number,
  weights: Float64Array,
): Sums {
  const unit = new Float64Array(texts.length * dims);
  const lengths = new Float64Array(texts.length);
  for (const [t, words] of texts.entries()) {
    const row = unit.subarray(t * dims, (t + 1) * dims);
    for (const word of words) {
      const start = word * dims;
      for (let d = 0; d < dims; d++) row[d]! += weights[word]! * vectors[start + d]!;
    }
    lengths[t] = Math.sqrt(row.reduce((sum, x) => sum + x * x, 1e-18));
    for (let d = 0; d < dims; d++) row[d]! /= lengths[t];
  }
  return { unit, lengths, gradient: new Float64Array(unit.length) };
}

/** Fills `sums.gradient`: rows 0…count−1 belong to rows count…2·count−1. Returns the mean loss. */
function towardsPairs(sums: Sums, dims: number, count: number, temperature: number): number {
  const { unit, lengths, gradient } = sums;
  const odds = new Float64Array(count * count);
  const rowTotals = new Float64Array(count);
  const columnTotals = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) {
      let cosine = 0;
      const [a, b] = [i * dims, (count + j) * dims];
      for (let d = 0; d < dims; d++) cosine += unit[a + d]! * unit[b + d]!;
      const value = Math.exp(cosine / temperature);
      odds[i * count + j] = value;
      rowTotals[i]! += value;
      columnTotals[j]! += value;
    }
  }
  let loss = 0;
  for (let i = 0; i < count; i++) {
    const own = odds[i * count + i]!;
    loss -= Math.log(own / rowTotals[i]!) / 2 + Math.log(own / columnTotals[i]!) / 2;
    for (let j = 0; j < count; j++) {
      const share = odds[i * count + j]! / 2;
      const excess = share / rowTotals[i]! + share / columnTotals[j]! - (i === j ? 1 : 0);
      const slope = excess / temperature;
      const [a, b] = [i * dims, (count + j) * dims];
      for (let d = 0; d < dims; d++) {
        gradient[a + d]! += slope * unit[b + d]!;
        gradient[b + d]! += slope * unit[a + d]!;
      }
    }
  }
  // Through the normalisation: only what stands at right angles to a unit vector moves it.
  for (let t = 0; t < 2 * count; t++) {
    const start = t * dims;
    let along = 0;
    for (let d = 0; d < dims; d++) along += gradient[start + d]! * unit[start + d]!;
    for (let d = 0; d < dims; d++) {
      gradient[start + d] = (gradient[start + d]! - along * unit[start + d]!) / lengths[t]!;
    }
  }
  return loss / count;
}

/** The gradient by each word's vector, summed over the texts it stands in. */
function slopes(
  texts: readonly (readonly number[])[],
  gradient: Float64Array,
  dims: number,
  weights: Float64Array,
): Map<number, Float64Array> {
  const found = new Map<number, Float64Array>();
  for (const [t, words] of texts.entries()) {
    for (const word of words) {
      let slope = found.get(word);
      if (!slope) found.set(word, (slope = new Float64Array(dims)));
      for (let d = 0; d < dims; d++) slope[d]! += weights[word]! * gradient[t * dims + d]!;
    }
  }
  return found;
}
