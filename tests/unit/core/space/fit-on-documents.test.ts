import { describe, expect, it } from 'vitest';
import { dot, row } from '../../../../src/core/space/matrix.ts';
import { correct, type CorrectionName } from '../../../../src/core/space/correction.ts';
import { fitOnDocuments, ownCorrection } from '../../../../src/core/space/fit-correction.ts';
import { readFixture } from '../../../fixtures/read.ts';

const expected = readFixture<{ documents: number[][]; centred: number[]; top: number[] }>(
  'vectors/expected.json',
);
const DIMS = 6;
const documents = expected.documents.map((values, i) => ({
  id: `d${i}`,
  passages: [{ start: 0, end: 1 }],
  vectors: new Float32Array(values),
}));
const all = new Float32Array(expected.documents.flat());

/** Cosines of the first document with all, once corrected. */
async function cosines(name: CorrectionName): Promise<number[]> {
  const data = correct(all, DIMS, await fitOnDocuments(name, documents, DIMS));
  const matrix = { rows: documents.length, dims: DIMS, data };
  return documents.map((_, i) => dot(row(matrix, 0), row(matrix, i)));
}

describe('a correction fitted on the documents', () => {
  it.each(['centre', 'top'] as const)('is that of scikit-learn: %s', async (name) => {
    const found = await cosines(name);
    expected[name === 'centre' ? 'centred' : 'top'].forEach((cosine, i) =>
      expect(found[i]).toBeCloseTo(cosine, 5),
    );
  });

  it('gives every document the same weight, however many passages it has', async () => {
    const doubled = documents.map((document, i) =>
      i > 0
        ? document
        : {
            ...document,
            passages: [...document.passages, { start: 1, end: 2 }],
            vectors: new Float32Array([...document.vectors, ...document.vectors]),
          },
    );
    const [one, other] = await Promise.all(
      [documents, doubled].map((each) => fitOnDocuments('centre', each, DIMS)),
    );
    expect(other).toEqual(one);
  });

  it('is none of too few, where it would say more of their number than of them', async () => {
    for (const some of [0, 1, 2, 29]) {
      expect(await fitOnDocuments('centre', documents.slice(0, some), DIMS)).toEqual({
        name: 'none',
      });
    }
    expect((await fitOnDocuments('centre', documents.slice(0, 30), DIMS)).name).toBe('centre');
    expect((await fitOnDocuments('none', documents, DIMS)).name).toBe('none');
  });

  it('is centring where another one cannot be had', () => {
    expect([
      ownCorrection('whiten', 6),
      ownCorrection('top', 1536),
      ownCorrection('top', 384),
    ]).toEqual(['centre', 'centre', 'top']);
  });
});
