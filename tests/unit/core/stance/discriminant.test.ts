import { describe, expect, it } from 'vitest';
import { choleskyInPlace, solveRows } from '../../../../src/core/stance/cholesky.ts';
import { spannedCoordinates } from '../../../../src/core/stance/coordinates.ts';
import { SHRINKAGES } from '../../../../src/core/stance/discriminant.ts';
import {
  chooseShrinkage,
  fullDiscriminant,
  heldOut,
} from '../../../../src/core/stance/held-out.ts';
import { labelled } from '../../../../src/core/stance/labelled.ts';
import type { Pole } from '../../../../src/core/stance/types.ts';
import { normaliseRows } from '../../../../src/core/space/matrix.ts';
import { readFixture } from '../../../fixtures/read.ts';
import { normalNumbers, someFeatures } from './sample.ts';

interface Discriminant {
  dims: number;
  rows: number[];
  poles: Pole[];
  directions: Record<string, number[]>;
}

interface Nested {
  dims: number;
  rows: number[];
  poles: Pole[];
  topics: number[];
  directions: number[][];
  ordered: number[];
  final: number;
  direction: number[];
}

const discriminants = readFixture<Discriminant[]>('stance/discriminant.json');
const nested = readFixture<Nested>('stance/nested.json');

function expectClose(actual: ArrayLike<number>, expected: readonly number[]) {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, i) => expect(actual[i]).toBeCloseTo(value, 7));
}

describe('the discriminant', () => {
  it.each(discriminants)('is scikit-learn’s with $dims dimensions', (each) => {
    const topics = new Array<number>(each.poles.length).fill(0);
    const { features, toSpace } = spannedCoordinates(someFeatures(each.rows, each.dims));
    const data = labelled(features, each.dims, each.poles, topics, 1);
    for (const shrinkage of SHRINKAGES) {
      const found = normaliseRows(toSpace(fullDiscriminant(data, shrinkage)), each.dims);
      expectClose(found, each.directions[shrinkage]!);
    }
  });

  it('chooses its shrinkage within the training topics, as a nested validation by scikit-learn', () => {
    const { rows, dims, poles, topics } = nested;
    const data = labelled(someFeatures(rows, dims), dims, poles, topics, 4);
    const { ordered, directions } = heldOut(data, [data.poles]);
    expect([...ordered]).toEqual(nested.ordered);
    nested.directions.forEach((expected, fold) => {
      expectClose(normaliseRows(directions.slice(fold * dims, (fold + 1) * dims), dims), expected);
    });
    expect(chooseShrinkage(data)).toBe(nested.final);
    const all = fullDiscriminant(data, nested.final);
    expectClose(normaliseRows(all, dims), nested.direction);
  });

  it('gives a labelling the same whatever other labellings are refitted beside it', () => {
    const { rows, dims, poles, topics } = nested;
    const data = labelled(someFeatures(rows, dims), dims, poles, topics, 4);
    const reversed = data.poles.map((own) => own.map((pole) => -pole));
    const alone = heldOut(data, [reversed]).ordered;
    expect([...heldOut(data, [data.poles, data.poles, reversed]).ordered.slice(8)]).toEqual([
      ...alone,
    ]);
  });

  it('finds nothing in examples that are all the same', () => {
    const same = new Array<number>(12).fill(0.5);
    const data = labelled(someFeatures(same, 2), 2, [1, -1, 1, -1, 1, -1], [0, 0, 1, 1, 2, 2], 3);
    expect([...heldOut(data, [data.poles]).ordered]).toEqual([0.5, 0.5, 0.5]);
    expect(fullDiscriminant(data, 0.1).every((value) => Math.abs(value) < 1e-12)).toBe(true);
  });
});

describe('coordinates in the span', () => {
  it('keep products, and lead back to the space', () => {
    const normal = normalNumbers(5);
    const rows = Array.from({ length: 3 * 10 }, () => normal());
    rows.splice(20, 10, ...rows.slice(0, 10)); // A duplicate: rank 2.
    const { features, toSpace } = spannedCoordinates(someFeatures(rows, 10));
    expect(features.dims).toBe(2);
    for (let i = 0; i < 3; i++) {
      const back = toSpace(features.rows.slice(i * 2, i * 2 + 2));
      back.forEach((value, d) => expect(value).toBeCloseTo(rows[i * 10 + d]!, 10));
    }
  });

  it('are the rows themselves where there are enough of them', () => {
    const features = someFeatures([1, 0, 0, 1, 1, 1], 2);
    expect(spannedCoordinates(features).features).toBe(features);
  });
});

describe('solving', () => {
  it('undoes a product with a positive definite matrix', () => {
    const lower = choleskyInPlace(Float64Array.of(4, 0, 2, 10), 2);
    expect([...lower]).toEqual([2, 0, 1, 3]);
    expect([...solveRows(lower, 2, Float64Array.of(8, 22, 4, 2))]).toEqual([1, 2, 1, 0]);
  });

  it('gives each row the same alone and among others', () => {
    const lower = choleskyInPlace(Float64Array.of(4, 0, 2, 10), 2);
    const rows = Float64Array.from({ length: 12 }, (_, i) => Math.sin(i));
    const alone = [0, 2, 4, 6, 8, 10].flatMap((i) => [
      ...solveRows(lower, 2, rows.slice(i, i + 2)),
    ]);
    expect([...solveRows(lower, 2, rows)]).toEqual(alone);
  });

  it('refuses a matrix that is none', () => {
    expect(() => choleskyInPlace(Float64Array.of(1, 0, 2, 1), 2)).toThrow(RangeError);
  });
});
