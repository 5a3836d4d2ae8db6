import { describe, expect, it } from 'vitest';
import { correct, documentVector, referenceCentre } from '../../../../src/core/space/correction.ts';
import type { ReferenceDocument } from '../../../../src/core/space/types.ts';
import { readFixture } from '../../../fixtures/read.ts';

interface Fixture {
  reference: { genre: string; rows: number[][] }[];
  centre: number[];
  passages: number[][];
  corrected: number[][];
  document: number[];
}

const fixture = readFixture<Fixture>('space/correction.json');
const reference = fixture.reference.map(({ genre, rows }) => text(genre, rows));
const passages = Float32Array.from(fixture.passages.flat());

function text(genre: string, rows: number[][]): ReferenceDocument {
  const span = { start: 0, end: 0 };
  const vectors = Float32Array.from(rows.flat());
  return { genre, text: '', passages: rows.map(() => span), vectors };
}

function close(found: ArrayLike<number>, wanted: readonly number[]): void {
  expect(found).toHaveLength(wanted.length);
  wanted.forEach((value, i) => expect(found[i]).toBeCloseTo(value, 6));
}

describe('correction', () => {
  it('takes the mean over genres, not over passages', () => {
    close(referenceCentre(reference, 5)!, fixture.centre);
  });

  it('moves and normalises passages and documents as NumPy does', () => {
    const centre = referenceCentre(reference, 5);
    close(correct(passages, 5, centre), fixture.corrected.flat());
    close(correct(documentVector(passages, 5), 5, centre), fixture.document);
  });

  it('leaves zero rows zero, and makes a row equal to the mean zero', () => {
    const centre = Float64Array.of(0.6, 0.8);
    expect([...correct(Float32Array.of(0, 0, 0.6, 0.8), 2, centre)]).toEqual([0, 0, 0, 0]);
  });

  it('does nothing without a reference, to a copy', () => {
    expect(referenceCentre([], 5)).toBeNull();
    expect(referenceCentre([text('letter', [[0, 0]])], 2)).toBeNull();
    const found = correct(passages, 5, null);
    expect(found).toEqual(passages);
    expect(found).not.toBe(passages);
  });

  it('ignores texts without known tokens', () => {
    const silent = text('report', [[0, 0, 0, 0, 0]]);
    expect(referenceCentre([...reference, silent], 5)).toEqual(referenceCentre(reference, 5));
  });

  it('gives a row the same result alone and among others', () => {
    const centre = referenceCentre(reference, 5);
    const together = correct(passages, 5, centre);
    const alone = correct(passages.subarray(5, 10), 5, centre);
    expect(alone).toEqual(together.subarray(5, 10));
  });

  it('gives a document without passages a zero vector', () => {
    expect([...documentVector(new Float32Array(0), 2)]).toEqual([0, 0]);
  });
});
