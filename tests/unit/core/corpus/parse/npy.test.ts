import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFixture as expected } from '../../../../fixtures/read.ts';
import { encodeNpy } from '../../../../../cli/npy.ts';
import { vectors } from './fixture.ts';
import { problems, read } from './read.ts';

const { unit } = expected<{ unit: number[][] }>('vectors/expected.json');
const readNpy = (name: string) => read(`d/${name}`, vectors(name));

/** Half a unit in the last place of the type that the numbers came in, after scaling. */
const PRECISION = { f2: 2 ** -11, f4: 2 ** -23, f8: 2 ** -23 };

describe('vectors in a .npy file', () => {
  const kinds = ['le', 'be'].flatMap((endian) =>
    (['f2', 'f4', 'f8'] as const).flatMap((type) =>
      ['c', 'fortran'].map((order) => [`${endian}-${type}-${order}.npy`, type] as const),
    ),
  );

  it.each(kinds)('of NumPy are read at unit length: %s', async (name, type) => {
    const { matrices, drafts, problems: none } = await readNpy(name);
    expect([drafts, none]).toEqual([[], []]);
    const [matrix] = matrices;
    expect(matrix).toMatchObject({ file: `d/${name}`, rows: 5, dims: 8 });
    const far = unit.flat().map((each, i) => Math.abs(each - (matrix?.values[i] ?? NaN)));
    expect(Math.max(...far)).toBeLessThan(PRECISION[type]);
  });

  it('are read in the second version of the format', async () => {
    expect((await readNpy('version-2.npy')).matrices[0]?.rows).toBe(5);
  });

  it.each([
    ['one-dimension.npy', 'shape (8,) instead of rows and columns'],
    ['three-dimensions.npy', 'shape (1, 5, 8) instead of rows and columns'],
    ['integers.npy', "numbers of type '<i8' instead of floats"],
    ['objects.npy', "numbers of type '|O' instead of floats"],
    ['no-rows.npy', '0 rows'],
  ])('are refused by what is wrong: %s', async (name, reason) => {
    const { problems: found } = await readNpy(name);
    expect(found.map(({ code, params }) => [code, params])).toEqual([
      ['vectors-malformed', { file: `d/${name}`, reason }],
    ]);
  });

  it('without a direction are named by their row and cost no other', async () => {
    const parsed = await readNpy('faulty.npy');
    expect(problems(parsed)).toEqual(['vector-unusable:2', 'vector-unusable:3']);
    expect(parsed.problems.map(({ params }) => ('fault' in params ? params.fault : ''))).toEqual([
      'zero',
      'infinite',
    ]);
    const { values, dims } = parsed.matrices[0]!;
    const lengths = Array.from({ length: 5 }, (_, r) =>
      Math.hypot(...values.subarray(r * dims, (r + 1) * dims)),
    );
    expect(lengths.map(Math.round)).toEqual([1, 0, 0, 1, 1]);
  });
});

describe('a hostile header', () => {
  const good = encodeNpy(
    Float32Array.from({ length: 12 }, (_, i) => i + 1),
    3,
    4,
  );
  const withHeader = (text: string): Uint8Array<ArrayBuffer> => {
    const header = new TextEncoder().encode(text);
    const file = new Uint8Array(10 + header.length + 48);
    file.set(good.subarray(0, 8));
    new DataView(file.buffer).setUint16(8, header.length, true);
    file.set(header, 10);
    file.set(good.subarray(good.length - 48), 10 + header.length);
    return file;
  };
  const header = (change: Record<string, string> = {}) => {
    const fields = { descr: "'<f4'", fortran_order: 'False', shape: '(3, 4)', ...change };
    return `{${Object.entries(fields)
      .map(([name, value]) => `'${name}': ${value}, `)
      .join('')}}`;
  };

  it('is one that was changed: as NumPy writes it, it is read', async () => {
    expect((await read('a.npy', withHeader(header()))).matrices[0]).toMatchObject({ rows: 3 });
  });

  it.each([
    ['rows that no file has', header({ shape: '(999999999999, 4)' })],
    ['dimensions that no encoder has', header({ shape: '(1, 999999999999)' })],
    ['numbers beyond what is exact', header({ shape: '(3, 99999999999999999999999)' })],
    ['fewer numbers than there are', header({ shape: '(2, 4)' })],
    ['more numbers than there are', header({ shape: '(3, 5)' })],
    ['negative rows', header({ shape: '(-3, 4)' })],
    ['code in place of a shape', header({ shape: '(__import__("os"), 4)' })],
    ['a field too many', header({ extra: "'x'" })],
    ['a field twice', "{'descr': '<f4', 'descr': '<f4', 'shape': (3, 4)}"],
    ['no dictionary', '[]'],
    ['nothing', ''],
    ['an order that is neither', header({ fortran_order: '(1, 2)' })],
    ['a name that is everywhere', "{'__proto__': (3, 4), 'descr': '<f4', 'shape': (3, 4)}"],
  ])('with %s ends in an error with the file’s name', async (_, text) => {
    const parsed = await read('d/a.npy', withHeader(text));
    expect([parsed.matrices, problems(parsed)]).toEqual([[], ['vectors-malformed']]);
    expect(parsed.problems[0]?.params).toMatchObject({ file: 'd/a.npy' });
  });

  it('that claims to be very long is not read', async () => {
    const file = good.slice();
    file[6] = 2;
    new DataView(file.buffer).setUint32(8, 0xffff_fff0, true);
    expect(problems(await read('a.npy', new Uint8Array(file)))).toEqual(['vectors-malformed']);
  });

  it('takes no longer for being long', async () => {
    const long = `{${"'a': (1,".repeat(400)}`;
    expect(problems(await read('a.npy', withHeader(long)))).toEqual(['vectors-malformed']);
  });

  it('never ends in a surprise, whatever stands in it', async () => {
    const part = fc.constantFrom(
      "'descr'",
      "'shape'",
      "'fortran_order'",
      ':',
      ',',
      "'<f8'",
      '(',
      ')',
      '3',
      ' ',
      'True',
      '{',
      '}',
      "'",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 40 }), async (parts) => {
        const { matrices, problems: found } = await read('a.npy', withHeader(parts.join('')));
        expect([matrices.length, found.map(({ code }) => code)]).toEqual([
          0,
          ['vectors-malformed'],
        ]);
      }),
      { seed: 20260508, numRuns: 500 },
    );
  });
});
