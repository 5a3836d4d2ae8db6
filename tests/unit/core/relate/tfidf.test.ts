import { describe, expect, it } from 'vitest';
import { Tfidf } from '../../../../src/core/relate/tfidf.ts';
import { readFixture } from '../../../fixtures/read.ts';

interface Fixture {
  texts: string[][];
  idf: Record<string, number>;
  cosines: number[][];
}

const { texts, cosines } = readFixture<Fixture>('relate/tfidf.json');

describe('TF-IDF', () => {
  it('gives scikit-learn’s cosines', () => {
    const model = new Tfidf();
    const counts = texts.map((text) => model.add(text));
    cosines.forEach((row, i) => {
      const weights = model.weights(counts[i]!);
      row.forEach((cosine, j) => expect(model.cosine(weights, counts[j]!)).toBeCloseTo(cosine, 9));
    });
  });

  it('gives the same numbers whatever was added before and removed', () => {
    const model = new Tfidf();
    const gone = model.add(['w3', 'w39', 'elsewhere', 'w0']);
    const backwards = texts.toReversed().map((text) => model.add(text));
    model.remove(gone);
    const fresh = new Tfidf();
    const counts = texts.map((text) => fresh.add(text));
    const last = texts.length - 1;
    expect(model.cosine(model.weights(backwards[last]!), backwards[last - 1]!)).toBe(
      fresh.cosine(fresh.weights(counts[0]!), counts[1]!),
    );
  });

  it('gives weights that make up the cosine', () => {
    const model = new Tfidf();
    const [a, b] = [model.add(['leak', 'memo', 'leak']), model.add(['memo', 'fox', 'leak'])];
    const [first, second] = [model.weights(a), model.weights(b)];
    const sum = ['leak', 'memo', 'fox', 'unheard'].reduce(
      (total, lemma) => total + model.weight(first, lemma) * model.weight(second, lemma),
      0,
    );
    expect(sum).toBeCloseTo(model.cosine(first, b), 12);
  });

  it('is 0 for texts without lemmas', () => {
    const model = new Tfidf();
    const [empty, other] = [model.add([]), model.add(['leak'])];
    expect(model.cosine(model.weights(empty), other)).toBe(0);
    expect(model.cosine(model.weights(other), empty)).toBe(0);
    expect(model.cosine(model.weights(empty), empty)).toBe(0);
  });
});
