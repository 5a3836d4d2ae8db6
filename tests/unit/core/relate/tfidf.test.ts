import { describe, expect, it } from 'vitest';
import { count, Frequencies } from '../../../../src/core/relate/frequencies.ts';
import { Terms } from '../../../../src/core/relate/terms.ts';
import { Tfidf } from '../../../../src/core/relate/tfidf.ts';
import { readFixture } from '../../../fixtures/read.ts';

interface Fixture {
  texts: string[][];
  idf: Record<string, number>;
  cosines: number[][];
  unseen: { text: string[]; cosines: number[] };
}

const { texts, idf, cosines, unseen } = readFixture<Fixture>('relate/tfidf.json');

/** A model with its set of texts, to which texts are added by their words. */
function open() {
  const terms = new Terms();
  const frequencies = new Frequencies();
  const counted = (text: readonly string[]) => count(text.map((word) => terms.id(word)));
  const add = (text: readonly string[]) => {
    const counts = counted(text);
    frequencies.add(counts);
    return counts;
  };
  return { terms, frequencies, model: new Tfidf(frequencies), counted, add };
}

describe('TF-IDF', () => {
  it('gives scikit-learn’s idf and cosines', () => {
    const { model, add, terms } = open();
    const counts = texts.map(add);
    for (const [word, value] of Object.entries(idf)) {
      expect(model.idf(terms.id(word))).toBeCloseTo(value, 12);
    }
    cosines.forEach((row, i) => {
      const weights = model.weights(counts[i]!);
      row.forEach((cosine, j) => expect(model.cosine(weights, counts[j]!)).toBeCloseTo(cosine, 9));
    });
  });

  it('weighs a lemma that no text of the set has as one with df = 0', () => {
    const { model, add, counted } = open();
    const counts = texts.map(add);
    const weights = model.weights(counted(unseen.text));
    unseen.cosines.forEach((cosine, j) =>
      expect(model.cosine(weights, counts[j]!)).toBeCloseTo(cosine, 9),
    );
  });

  it('gives the same numbers whatever was added before and removed', () => {
    const { model, add, frequencies } = open();
    const gone = add(['w3', 'w39', 'elsewhere', 'w0']);
    const backwards = texts.toReversed().map(add);
    frequencies.remove(gone);
    const fresh = open();
    const counts = texts.map(fresh.add);
    const last = texts.length - 1;
    expect(model.cosine(model.weights(backwards[last]!), backwards[last - 1]!)).toBe(
      fresh.model.cosine(fresh.model.weights(counts[0]!), counts[1]!),
    );
  });

  it('gives weights that make up the cosine', () => {
    const { model, add } = open();
    const [a, b] = [add(['leak', 'memo', 'leak']), add(['memo', 'fox', 'leak'])];
    const [first, second] = [model.weights(a), model.weights(b)];
    let sum = 0;
    for (const [id, weight] of first) sum += weight * (second.get(id) ?? 0);
    expect(sum).toBeCloseTo(model.cosine(first, b), 12);
  });

  it('is 0 for texts without lemmas', () => {
    const { model, add } = open();
    const [empty, other] = [add([]), add(['leak'])];
    expect(model.cosine(model.weights(empty), other)).toBe(0);
    expect(model.cosine(model.weights(other), empty)).toBe(0);
    expect(model.cosine(model.weights(empty), empty)).toBe(0);
  });
});
