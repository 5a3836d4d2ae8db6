import { describe, expect, it } from 'vitest';
import { referenceCentre } from '../../../../src/core/space/centre.ts';
import { centring, correct, documentVector } from '../../../../src/core/space/correction.ts';
import { readFixture } from '../../../fixtures/read.ts';
import { neutralText } from './reference.ts';

interface Fixture {
  reference: { genre: string; rows: number[][] }[];
  centre: number[];
  passages: number[][];
  corrected: number[][];
  document: number[];
}

const fixture = readFixture<Fixture>('space/correction.json');
const reference = fixture.reference.map(({ genre, rows }) => neutralText(genre, rows));
const passages = Float32Array.from(fixture.passages.flat());

function close(found: ArrayLike<number>, wanted: readonly number[]): void {
  expect(found).toHaveLength(wanted.length);
  wanted.forEach((value, i) => expect(found[i]).toBeCloseTo(value, 6));
}

describe('correction', () => {
  it('takes the mean over genres, not over passages', () => {
    close(referenceCentre(reference, 5)!, fixture.centre);
  });

  it('moves and normalises passages and documents as NumPy does', () => {
    const correction = centring(reference, 5);
    close(correct(passages, 5, correction), fixture.corrected.flat());
    close(correct(documentVector(passages, 5), 5, correction), fixture.document);
  });

  it('moves and normalises in float64 and rounds once', () => {
    const centre = Float64Array.of(0.1, -0.2);
    const [x, y] = [Math.fround(0.7) - 0.1, Math.fround(0.4) + 0.2];
    const length = Math.sqrt(x * x + y * y);
    expect(correct(Float32Array.of(0.7, 0.4), 2, { name: 'centre', centre })).toEqual(
      Float32Array.of(x / length, y / length),
    );
  });

  it('leaves zero rows zero, and makes a row equal to the mean zero', () => {
    const correction = { name: 'centre', centre: Float64Array.of(0.6, 0.8) } as const;
    expect([...correct(Float32Array.of(0, 0, 0.6, 0.8), 2, correction)]).toEqual([0, 0, 0, 0]);
  });

  it('does nothing without a reference, to a copy', () => {
    expect(referenceCentre([], 5)).toBeNull();
    expect(referenceCentre([neutralText('letter', [[0, 0]])], 2)).toBeNull();
    expect(centring([], 5)).toEqual({ name: 'none' });
    const found = correct(passages, 5, { name: 'none' });
    expect(found).toEqual(passages);
    expect(found).not.toBe(passages);
  });

  it('ignores texts without known tokens', () => {
    const silent = neutralText('report', [[0, 0, 0, 0, 0]]);
    expect(referenceCentre([...reference, silent], 5)).toEqual(referenceCentre(reference, 5));
  });

  it('gives a row the same result alone and among others', () => {
    const correction = centring(reference, 5);
    const together = correct(passages, 5, correction);
    const alone = correct(passages.subarray(5, 10), 5, correction);
    expect(alone).toEqual(together.subarray(5, 10));
  });

  it('gives a document without passages a zero vector', () => {
    expect([...documentVector(new Float32Array(0), 2)]).toEqual([0, 0]);
  });
});
