import { describe, expect, it } from 'vitest';
import { referenceCentre } from '../../../../src/core/space/centre.ts';
import {
  CORRECTIONS,
  centring,
  correct,
  type Correction,
  type CorrectionName,
} from '../../../../src/core/space/correction.ts';
import { cosines } from '../../../../src/core/space/cosines.ts';
import { fitCorrection } from '../../../../src/core/space/fit-correction.ts';
import { dot, row } from '../../../../src/core/space/matrix.ts';
import type { ReferenceDocument } from '../../../../src/core/space/types.ts';
import { readFixture } from '../../../fixtures/read.ts';
import { neutralText } from './reference.ts';
import { randomRows } from './rows.ts';

interface Fixture {
  dims: number;
  reference: { genre: string; rows: number[][] }[];
  passages: number[][];
  components: number;
  top: number[][];
  shrinkage: number;
  whitened: number[][];
  whitenedCosines: number[][];
}

const cases = readFixture<Fixture[]>('space/corrections.json').map((fixture) => ({
  ...fixture,
  reference: fixture.reference.map(({ genre, rows }) => neutralText(genre, rows)),
  passages: Float32Array.from(fixture.passages.flat()),
}));

const FURTHER = ['top', 'whiten'] as const;

async function fit<N extends CorrectionName>(
  name: N,
  reference: readonly ReferenceDocument[],
  dims: number,
): Promise<Extract<Correction, { name: N }>> {
  const fitted = await fitCorrection(name, reference, dims);
  expect(fitted.name).toBe(name);
  return fitted as Extract<Correction, { name: N }>;
}

function close(found: ArrayLike<number>, wanted: readonly number[], digits = 6): void {
  expect(found).toHaveLength(wanted.length);
  wanted.forEach((value, i) => expect(found[i]).toBeCloseTo(value, digits));
}

/** A text of two genres in turn for every row. */
function texts({ rows, ...matrix }: ReturnType<typeof randomRows>): ReferenceDocument[] {
  return Array.from({ length: rows }, (_, r) =>
    neutralText(`genre ${r % 2}`, [[...row({ rows, ...matrix }, r)]]),
  );
}

describe.each(cases)('of $dims dims', ({ dims, reference, passages, ...expected }) => {
  it('all-but-the-top is that by scikit-learn’s components', async () => {
    const fitted = await fit('top', reference, dims);
    expect(fitted.components).toHaveLength(expected.components);
    close(correct(passages, dims, fitted), expected.top.flat());
  });

  it('whitening is that by scikit-learn’s Ledoit–Wolf covariance', async () => {
    const fitted = await fit('whiten', reference, dims);
    expect(fitted.whitening.shrinkage).toBeCloseTo(expected.shrinkage, 9);
    const rows = correct(passages, dims, fitted);
    close(rows, expected.whitened.flat());
    close(cosines(rows, rows, dims), expected.whitenedCosines.flat());
  });
});

describe('a correction', () => {
  it('by the mean, or by nothing, needs no fitting of more', async () => {
    const { reference, dims, passages } = cases[0]!;
    const centred = await fitCorrection('centre', reference, dims);
    expect(centred).toEqual(centring(reference, dims));
    expect(correct(passages, dims, await fit('none', reference, dims))).toEqual(passages);
  });

  it('by the top takes a planted common direction out', async () => {
    const noise = randomRows(300, 40, 5);
    const planted = row(randomRows(1, 40, 6), 0);
    for (let r = 0; r < noise.rows; r++) {
      const weight = 3 * Math.sin(r * r);
      row(noise, r).forEach((value, d) => (row(noise, r)[d] = value + weight * planted[d]!));
    }
    const reference = texts(noise);
    const { components } = await fit('top', reference, 40);
    expect(Math.abs(dot(components[0]!, planted))).toBeGreaterThan(0.99);
    const corrected = correct(noise.data, 40, await fit('top', reference, 40));
    for (let r = 0; r < noise.rows; r++) {
      const found = corrected.subarray(r * 40, (r + 1) * 40);
      expect(Math.abs(dot(found, components[0]!))).toBeLessThan(1e-6);
    }
  });

  it('by the top takes out no more directions than there are', async () => {
    expect((await fit('top', texts(randomRows(9, 300, 1)), 300)).components).toHaveLength(3);
    expect((await fit('top', texts(randomRows(2, 300, 1)), 300)).components).toHaveLength(1);
  });

  it.each(FURTHER)('by %s does not depend on the order of texts', async (name) => {
    const { reference, dims, passages } = cases[0]!;
    const once = correct(passages, dims, await fit(name, reference, dims));
    const again = correct(passages, dims, await fit(name, reference.toReversed(), dims));
    close(again, [...once]);
  });

  it.each(FURTHER)('by %s gives a row the same result alone and among others', async (name) => {
    const { reference, dims, passages } = cases[1]!;
    const fitted = await fit(name, reference, dims);
    const alone = correct(passages.subarray(dims, 2 * dims), dims, fitted);
    expect(alone).toEqual(correct(passages, dims, fitted).subarray(dims, 2 * dims));
  });

  it.each(FURTHER)('by %s passes zero rows over and leaves them zero', async (name) => {
    const { reference, dims, passages } = cases[0]!;
    const silent = neutralText('silence', [new Array<number>(dims).fill(0)]);
    const fitted = await fit(name, [silent, ...reference], dims);
    expect(fitted).toEqual(await fit(name, reference, dims));
    const centre = Float32Array.from(referenceCentre(reference, dims)!);
    const rows = Float32Array.of(...new Float32Array(dims), ...centre, ...passages);
    expect(correct(rows, dims, fitted).subarray(0, 2 * dims)).toEqual(new Float32Array(2 * dims));
  });

  it.each(CORRECTIONS)('by %s is none without a reference', async (name) => {
    expect(await fitCorrection(name, [], 3)).toEqual({ name: 'none' });
    const silent = neutralText('silence', [[0, 0, 0]]);
    expect(await fitCorrection(name, [silent], 3)).toEqual({ name: 'none' });
  });

  it.each(FURTHER)('by %s is by the mean where nothing varies', async (name) => {
    const one = neutralText('letter', [[0.6, 0.8]]);
    for (const reference of [[one], [one, one], [one, neutralText('report', [[0.6, 0.8]])]]) {
      expect(await fitCorrection(name, reference, 2)).toEqual(centring(reference, 2));
    }
  });

  it.each(FURTHER)('by %s is defined by two and three passages', async (name) => {
    const rows = randomRows(3, 5, 1);
    for (const reference of [texts(rows).slice(0, 2), texts(rows)]) {
      const corrected = correct(rows.data, 5, await fit(name, reference, 5));
      for (let r = 0; r < 3; r++) {
        const found = corrected.subarray(r * 5, r * 5 + 5);
        const length = dot(found, found);
        // Of two passages all-but-the-top leaves nothing: they differ in one direction.
        if (name === 'top' && reference.length === 2 && r < 2) expect(length).toBe(0);
        else expect(length).toBeCloseTo(1, 6);
      }
    }
  });

  it.each(FURTHER)('by %s stands one dimension', async (name) => {
    const reference = [neutralText('letter', [[1], [3]])];
    const corrected = correct(
      Float32Array.of(5, 0, -7),
      1,
      await fitCorrection(name, reference, 1),
    );
    expect([...corrected]).toEqual([1, 0, -1]);
  });
});
