import { describe, expect, it } from 'vitest';
import { sentimentFeatures, wordingFeatures } from '../../../../src/core/stance/features.ts';
import { meanValence } from '../../../../src/core/stance/sentiment.ts';
import { aDocument } from './sample.ts';

const text = (id: string, lemmas: string[]) => aDocument(id, [1, 0], { lemmas });

describe('wording', () => {
  it('is unit TF-IDF vectors over the lemmas of the documents', () => {
    const { dims, rows } = wordingFeatures(
      [text('a', ['sea', 'sea', 'fog']), text('b', ['fog'])],
      [],
    );
    expect(dims).toBe(2);
    // fog, which both have, comes first: idf ln(3/3) + 1 = 1; sea ln(3/2) + 1, twice.
    const sea = 2 * (Math.log(1.5) + 1);
    expect(rows[0]).toBeCloseTo(1 / Math.hypot(1, sea), 12);
    expect(rows[1]).toBeCloseTo(sea / Math.hypot(1, sea), 12);
    expect([...rows.subarray(2)]).toEqual([1, 0]);
  });

  it('weighs by the background’s document frequencies, and has no columns of its own for it', () => {
    const documents = [text('a', ['sea', 'fog'])];
    const { dims, rows } = wordingFeatures(documents, [['sea'], ['sea', 'sky'], ['sea']]);
    expect(dims).toBe(2);
    expect(rows[1]! / rows[0]!).toBeCloseTo(Math.log(5 / 2) + 1, 12);
  });

  it('keeps the 500 lemmas that most documents use', () => {
    const many = Array.from({ length: 600 }, (_, i) => `w${i}`);
    const { dims, rows } = wordingFeatures([text('a', many), text('b', ['w599'])], []);
    expect(dims).toBe(500);
    expect(rows[500]).toBe(1);
  });

  it('of texts without lemmas is a column of zeros', () => {
    expect(wordingFeatures([text('a', [])], [])).toEqual({ dims: 1, rows: Float64Array.of(0) });
    expect(wordingFeatures([], [])).toEqual({ dims: 1, rows: new Float64Array() });
  });
});

describe('sentiment', () => {
  it('is the mean valence over all words, listed or not', () => {
    // AFINN lists good at 3 and bad at −3.
    expect(meanValence('Good weather')).toBe(1.5);
    expect(meanValence('good, bad… GOOD!')).toBe(1);
    expect(meanValence('can’t')).toBe(0);
  });

  it('is 0 for texts without words', () => {
    expect(meanValence('')).toBe(0);
    expect(meanValence('42 ?!')).toBe(0);
  });

  it('is one number a document', () => {
    const documents = [aDocument('a', [1], { text: 'bad' }), aDocument('b', [1], { text: 'tide' })];
    expect(sentimentFeatures(documents)).toEqual({ dims: 1, rows: Float64Array.of(-3, 0) });
  });
});
