import { parquetSchema, type Compressors, type FileMetaData, type SchemaTree } from 'hyparquet';
import { checkData, checkDataV2, numberOf, within, type Levels } from './pages.ts';
import { ThriftReader, type Struct } from './thrift.ts';

/** Fields of a page's header by their numbers (parquet.thrift, format 2.11). */
const HEADER = { type: 1, inflated: 2, packed: 3, data: 5, dictionary: 7, dataV2: 8 };
const [DATA, DICTIONARY, DATA_V2] = [0, 2, 3];

type Column = NonNullable<FileMetaData['row_groups'][0]['columns'][0]['meta_data']>;

/**
 * Looks at the description of a file, so that hyparquet, which steps wherever a damaged one leads it,
 * comes to an end with it. @throws RangeError
 */
export function checkFooter(bytes: Uint8Array): void {
  const end = bytes.length - 8;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = end - view.getUint32(within(end, end), true);
  new ThriftReader(bytes.subarray(0, end), within(start, end)).struct();
}

/**
 * Looks at all pages: at sizes that lead back or out of the file, more values than `limit` in a column
 * of a row group, fewer than it has rows, and runs longer than their page.
 *
 * @throws RangeError, or what a decompressor throws
 */
export function checkPages(
  bytes: Uint8Array,
  metadata: FileMetaData,
  compressors: Compressors,
  limit: number,
): void {
  const { schema, row_groups: groups } = metadata;
  for (const { num_children: children } of schema) within(children ?? 0, schema.length);
  const tree = parquetSchema({ schema });
  for (const { columns, num_rows: rows } of groups) {
    const known = new Set<string>();
    for (const { meta_data: column } of columns) {
      if (!column) continue;
      const path = column.path_in_schema.join('\0');
      // Of two columns with one name hyparquet waits for one; the other would reject with nobody listening.
      if (known.has(path)) throw new RangeError('a column twice');
      known.add(path);
      const values = checkColumn(bytes, column, levelsOf(tree, column), compressors, limit);
      within(Number(rows), values);
    }
  }
}

function levelsOf(root: SchemaTree, { path_in_schema: path }: Column): Levels {
  let node = root;
  let [repetition, definition] = [0, 0];
  for (const name of path) {
    const child = node.children.find(({ element }) => element.name === name);
    if (!child) throw new RangeError('no such column');
    node = child;
    const kind = node.element.repetition_type;
    if (kind === 'REPEATED') repetition++;
    if (kind !== 'REQUIRED') definition++;
  }
  if (node.children.length > 0) throw new RangeError('a column without values');
  return { repetition, definition };
}

/** Checks the pages of a column; returns its values. */
function checkColumn(
  bytes: Uint8Array,
  column: Column,
  levels: Levels,
  compressors: Compressors,
  limit: number,
): number {
  const { codec, type } = column;
  const start = within(
    Number(column.dictionary_page_offset ?? 0n) || Number(column.data_page_offset),
    bytes.length,
  );
  const end = start + within(Number(column.total_compressed_size), bytes.length - start);
  const inflate = (page: Uint8Array, size: number): Uint8Array =>
    codec === 'UNCOMPRESSED' ? page : (compressors[codec]?.(page, size) ?? page);
  const isTruth = type === 'BOOLEAN';
  let values = 0;
  for (let at = start; at < end - 1;) {
    const reader = new ThriftReader(bytes.subarray(0, end), at);
    const head = reader.struct();
    const packed = numberOf(head, HEADER.packed, end - reader.at);
    const size = numberOf(head, HEADER.inflated, 2 ** 31);
    const page = { size, inflate, levels, isTruth, limit: limit - values };
    const data = { ...page, bytes: bytes.subarray(reader.at, reader.at + packed) };
    at = reader.at + packed;
    const kind = numberOf(head, HEADER.type, DATA_V2);
    if (kind === DICTIONARY) numberOf(structOf(head, HEADER.dictionary), 1, limit);
    if (kind === DATA) values += checkData(data, structOf(head, HEADER.data));
    if (kind === DATA_V2) values += checkDataV2(data, structOf(head, HEADER.dataV2));
  }
  return values;
}

function structOf(fields: Struct, id: number): Struct {
  const value = fields.get(id);
  if (!(value instanceof Map)) throw new RangeError(`no field ${id}`);
  return value as Struct;
}
