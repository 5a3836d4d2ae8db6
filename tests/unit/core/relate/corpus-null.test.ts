import { describe, expect, it } from 'vitest';
import { CorpusNull } from '../../../../src/core/relate/corpus-null.ts';
import { Placed } from '../../../../src/core/relate/placed.ts';
import { DIMS, document } from './sample.ts';

const documents = Array.from(
  { length: 40 },
  (_, i) => new Placed(document(`d${i}`, 'training', []), DIMS, { name: 'none' }),
);
const scores = (count: number) => new Map(documents.slice(0, count).map((each, i) => [each, i]));

describe('a percentile within the corpus', () => {
  it('leaves out the document itself and its twin', () => {
    const corpus = new CorpusNull(scores(40));
    expect(corpus.percentile(39, documents[39]!, null)).toBe(1);
    expect(corpus.percentile(10, documents[10]!, null)).toBe(10 / 39);
    expect(corpus.percentile(10, documents[10]!, documents[3]!)).toBe(9 / 38);
    expect(corpus.percentile(10, documents[10]!, documents[20]!)).toBe(10 / 38);
    expect(corpus.percentile(10, documents[10]!, documents[10]!)).toBe(10 / 39);
  });

  it('counts ties half, and what is not in the background as it is', () => {
    const outsider = new Placed(document('x', 'training', []), DIMS, { name: 'none' });
    expect(new CorpusNull(scores(40)).percentile(10, outsider, null)).toBe(10.5 / 40);
    const equal = new Map(documents.map((each) => [each, 0.5]));
    expect(new CorpusNull(equal).percentile(0.5, documents[0]!, documents[1]!)).toBe(0.5);
  });

  it('is not shown for fewer than 30 others', () => {
    expect(new CorpusNull(scores(31)).percentile(5, documents[5]!, null)).toBe(5 / 30);
    expect(new CorpusNull(scores(31)).percentile(5, documents[5]!, documents[6]!)).toBeNull();
    expect(new CorpusNull(scores(30)).percentile(5, documents[5]!, null)).toBeNull();
    expect(new CorpusNull(new Map()).percentile(5, documents[5]!, null)).toBeNull();
  });
});
