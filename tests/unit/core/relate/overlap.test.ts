import { describe, expect, it } from 'vitest';
import { Frequencies } from '../../../../src/core/relate/frequencies.ts';
import { Overlap } from '../../../../src/core/relate/overlap.ts';
import { Reader } from '../../../../src/core/relate/reading.ts';
import { Tfidf } from '../../../../src/core/relate/tfidf.ts';

const reader = new Reader();
/** A text of one passage a sentence. */
function read(text: string) {
  const passages = [...text.matchAll(/[^.]+\./g)].map(({ 0: sentence, index }) => ({
    start: index,
    end: index + sentence.length,
  }));
  return reader.read({ text, passages });
}
const reference = new Frequencies();
for (const text of ['bread oven flour.', 'boat sail harbour lamp.', 'lamp oil keeper.']) {
  reference.add(read(text).counts);
}
const scenario = read('keeper hides lamp. server fails.');
const text = read('lamp burns. keeper keeps server. bread rises lamp. nothing known.');
const overlap = new Overlap(reference).with(scenario.counts);
const tfidf = new Tfidf(reference);
const cosine = (part: string) => tfidf.cosine(tfidf.weights(scenario.counts), read(part).counts);

describe('√TF-IDF of a stretch', () => {
  it('is that of the stretch’s own words, with the reference’s idf', () => {
    expect(overlap(text, 0, 1, 1)).toBeCloseTo(Math.sqrt(cosine('lamp burns.')), 12);
    expect(overlap(text, 1, 2, 2)).toBeCloseTo(
      Math.sqrt(cosine('keeper keeps server bread rises lamp.')),
      12,
    );
  });

  it('is the mean over the runs of a longer one', () => {
    const runs = ['lamp burns keeper keeps server.', 'keeper keeps server bread rises lamp.'];
    const mean = runs.reduce((sum, run) => sum + Math.sqrt(cosine(run)), 0) / 2;
    expect(overlap(text, 0, 3, 2)).toBeCloseTo(mean, 12);
  });

  it('is 0 without shared words or without any, and 1 for the same', () => {
    expect(overlap(text, 3, 1, 1)).toBe(0);
    expect(overlap(read('.'), 0, 0, 1)).toBe(0);
    expect(new Overlap(reference).with(read('the of.').counts)(text, 0, 4, 4)).toBe(0);
    expect(overlap(scenario, 0, 2, 2)).toBeCloseTo(1, 12);
  });
});
