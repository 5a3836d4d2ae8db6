import { parquetMetadata, type ColumnChunk } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { checkPages } from '../../../../../../src/core/corpus/parse/parquet/check.ts';
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

  it('lets no column pass that nobody would wait for', () => {
    const bytes = fixture('table-none.parquet');
    const metadata = parquetMetadata(bytes, { geoparquet: false });
    const check = (change: (columns: ColumnChunk[]) => ColumnChunk[]) => () => {
      const groups = metadata.row_groups.map((group) => ({
        ...group,
        columns: change(group.columns),
      }));
      checkPages(bytes, { ...metadata, row_groups: groups }, {}, 1000);
    };
    const under = ({ meta_data, ...column }: ColumnChunk, ...path: string[]): ColumnChunk => ({
      ...column,
      ...(meta_data && { meta_data: { ...meta_data, path_in_schema: path } }),
    });
    expect(check((columns) => columns)).not.toThrow();
    expect(check(([first, ...rest]) => [first!, first!, ...rest])).toThrow('twice');
    expect(check(([first]) => [under(first!, 'nowhere')])).toThrow('no such column');
    expect(check(([first]) => [under(first!, 'messages')])).toThrow('without values');
  });

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
