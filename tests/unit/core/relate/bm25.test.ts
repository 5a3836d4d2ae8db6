import { describe, expect, it } from 'vitest';
import { bm25 } from '../../../../src/core/relate/bm25.ts';
import { count, Frequencies } from '../../../../src/core/relate/frequencies.ts';
import { Terms } from '../../../../src/core/relate/terms.ts';
import { readFixture } from '../../../fixtures/read.ts';

const { texts, scores } = readFixture<{ texts: string[][]; scores: number[][] }>(
  'relate/bm25.json',
);

function open(documents: readonly (readonly string[])[]) {
  const terms = new Terms();
  const frequencies = new Frequencies();
  const counts = documents.map((text) => count(text.map((word) => terms.id(word))));
  for (const text of counts) frequencies.add(text);
  return { counts, frequencies };
}

describe('BM25', () => {
  it('is the closed form, for every text as query and as document', () => {
    const { counts, frequencies } = open(texts);
    scores.forEach((row, i) => {
      const score = bm25(counts[i]!, frequencies);
      row.forEach((value, j) => expect(score(counts[j]!)).toBeCloseTo(value, 9));
    });
  });

  it('does not depend on the order in which texts came', () => {
    const [forth, back] = [open(texts), open(texts.toReversed())];
    const last = texts.length - 1;
    expect(bm25(back.counts[last]!, back.frequencies)(back.counts[last - 1]!)).toBe(
      bm25(forth.counts[0]!, forth.frequencies)(forth.counts[1]!),
    );
  });

  it('is 0 where there is nothing to find', () => {
    const { counts, frequencies } = open([[], ['leak'], ['fox']]);
    expect(bm25(counts[0]!, frequencies)(counts[1]!)).toBe(0);
    expect(bm25(counts[1]!, frequencies)(counts[0]!)).toBe(0);
    expect(bm25(counts[1]!, frequencies)(counts[2]!)).toBe(0);
    expect(bm25(counts[1]!, new Frequencies())(counts[1]!)).toBeGreaterThan(0);
  });
});
