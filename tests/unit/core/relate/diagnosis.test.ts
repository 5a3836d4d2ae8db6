import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../../src/core/relate/diagnosis.ts';
import { Placed } from '../../../../src/core/relate/placed.ts';
import { DIAGNOSIS_DOCUMENTS } from '../../../../src/core/limits.ts';
import { Author, DIMS, document } from './sample.ts';

/** Documents that all lean into one direction, which is what a correction takes out. */
function leaning(count: number, lean = 3): Placed[] {
  const author = new Author(8);
  return Array.from({ length: count }, (_, i) => {
    const row = author.direction();
    row[0] = row[0]! + lean * Math.sqrt(DIMS);
    const centre = new Float64Array(DIMS);
    centre[0] = lean / Math.sqrt(lean ** 2 + 1);
    return new Placed(document(`d${String(i).padStart(5, '0')}`, 'training', [row]), DIMS, {
      name: 'centre',
      centre,
    });
  });
}

/** Mean cosine of all pairs, one by one. */
function naive(vectors: readonly Float32Array[]): number {
  let sum = 0;
  for (const [i, a] of vectors.entries()) {
    for (const b of vectors.slice(i + 1))
      sum += a.reduce((dot, value, d) => dot + value * b[d]!, 0);
  }
  return sum / ((vectors.length * (vectors.length - 1)) / 2);
}

describe('a diagnosis of the space', () => {
  it('gives the mean pairwise cosine before and after correction', () => {
    const documents = leaning(40);
    const { before, after, documents: all, sampled, k } = diagnose(documents, DIMS, 1);
    expect([all, sampled, k]).toEqual([40, 40, 10]);
    expect(before!.meanCosine).toBeCloseTo(naive(documents.map(({ source }) => source.vectors)), 6);
    expect(after!.meanCosine).toBeCloseTo(naive(documents.map(({ vector }) => vector)), 6);
    expect(before!.meanCosine).toBeGreaterThan(0.8);
    expect(Math.abs(after!.meanCosine)).toBeLessThan(0.2);
    expect(diagnose(documents.toReversed(), DIMS, 1)).toEqual(diagnose(documents, DIMS, 1));
  });

  it('sees a hub', () => {
    const zero = new Array<number>(DIMS).fill(0);
    const star = Array.from({ length: 22 }, (_, i) =>
      zero.map((_, d) => (d === i + 1 || i === 0 ? 1 : 0)),
    );
    const placed = star.map(
      (row, i) => new Placed(document(`d${100 + i}`, 'training', [row]), DIMS, { name: 'none' }),
    );
    const { before } = diagnose(placed, DIMS, 1);
    expect(before!.skewness).toBeGreaterThan(0);
  });

  it('says nothing of too few', () => {
    expect(diagnose([], DIMS, 1)).toEqual({
      documents: 0,
      sampled: 0,
      k: 0,
      before: null,
      after: null,
    });
    expect(diagnose(leaning(1), DIMS, 1).after).toBeNull();
    expect(diagnose(leaning(9), DIMS, 1).after!.skewness).toBeNull();
    expect(diagnose(leaning(10), DIMS, 1).after!.skewness).not.toBeNull();
    const blank = [1, 2, 3].map(
      (i) => new Placed(document(`b${i}`, 'training', []), DIMS, { name: 'none' }),
    );
    expect(diagnose(blank, DIMS, 1).after).toEqual({ meanCosine: 0, skewness: null });
  });

  it('looks at a sample of many, the same for a seed and in any order', () => {
    const documents = leaning(DIAGNOSIS_DOCUMENTS + 50);
    const found = diagnose(documents, DIMS, 1);
    expect(found).toMatchObject({
      documents: DIAGNOSIS_DOCUMENTS + 50,
      sampled: DIAGNOSIS_DOCUMENTS,
    });
    expect(diagnose(documents.toReversed(), DIMS, 1)).toEqual(found);
    expect(diagnose(documents, DIMS, 2)).not.toEqual(found);
  });
});
