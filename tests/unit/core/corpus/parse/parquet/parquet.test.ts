import { describe, expect, it } from 'vitest';
import { fixture, readFixture } from '../fixture.ts';
import { read } from '../read.ts';

describe('.parquet', () => {
  it.each(['pages-1.parquet', 'pages-2.parquet'])(
    'reads many pages under every usual encoding: %s',
    async (name) => {
      const { drafts, problems } = await readFixture(name);
      expect(problems).toEqual([]);
      expect(drafts.map(({ text }) => text)).toEqual(
        Array.from({ length: 300 }, (_, i) => `Row ${i} of the log.`),
      );
      expect(drafts[299]?.meta).toEqual(
        new Map([
          ['keeper', 'Cem'],
          ['harbour', 'Hull'],
          ['lit', 'true'],
          ['hour', '89401'],
          ['tide', '74.75'],
          ['lights', '[37.375,37.375,37.375]'],
        ]),
      );
    },
  );

  // Each of them kept hyparquet 1.33 busy for ever.
  it.each([
    [
      'a column without a length',
      [
        [479, 0x3c],
        [1785, 0],
      ],
    ],
    [
      'minus one children',
      [
        [1056, 1],
        [1720, 8],
        [2422, 0x4d],
        [2472, 0x4c],
        [2483, 0xb0],
      ],
    ],
    [
      'seventeen children',
      [
        [1056, 17],
        [1082, 21],
        [1909, 169],
        [2033, 117],
      ],
    ],
  ])('comes to an end with %s', async (_, edits) => {
    const bytes = fixture('table-snappy.parquet');
    for (const [at = 0, byte = 0] of edits) bytes[at] = byte;
    const { problems } = await read('a.parquet', bytes);
    expect(problems.map(({ code }) => code)).toEqual(['file-damaged']);
  });
});
