import {
  parquetMetadataAsync,
  parquetRead,
  type AsyncBuffer,
  type Compressors,
  type ParquetReadOptions,
  type RowGroup,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { AppError } from '../../../errors.ts';
import { MAX_PARQUET_BYTES } from '../../../limits.ts';
import { checkFooter, checkPages } from './check.ts';
import type { BytesFile } from '../draft.ts';
import type { Findings } from '../findings.ts';
import type { Mapping } from '../mapping.ts';
import { readRecord, type Fields } from '../record.ts';

/** The least bytes that a value and a row take while they are read: more than fit are not. */
const VALUE_BYTES = 4;
const ROW_BYTES = 100;

/**
 * A .parquet file is a table: a document for each row, by the same names of columns as elsewhere. It
 * is read group of rows by group of rows; what the file declares is summed up first, and no page is
 * decompressed beyond the limit.
 */
export async function parseParquet(
  file: BytesFile,
  findings: Findings,
  mapping: Mapping | null,
): Promise<void> {
  const buffer = bufferOf(file.bytes);
  // hyparquet 1.33 reads some damaged files without end; what it is given has been looked at.
  checkFooter(file.bytes);
  const metadata = await parquetMetadataAsync(buffer, { geoparquet: false });
  const groups = metadata.row_groups;
  const bytes = groups.reduce((sum, group) => sum + bytesOf(group), 0);
  if (bytes > MAX_PARQUET_BYTES) tooLarge(findings.file, bytes);
  checkPages(file.bytes, metadata, limited(findings.file), MAX_PARQUET_BYTES / VALUE_BYTES);
  const names = columnsOf(metadata.schema);
  const options = { file: buffer, metadata, compressors: limited(findings.file) };
  let row = 0;
  for (const group of groups) {
    const rows = { rowStart: row, rowEnd: row + Number(group.num_rows) };
    const columns = new Map<string, readonly unknown[]>();
    // One by one: read at once, a second damaged column would reject with nobody listening.
    for (const name of names) columns.set(name, await readColumn(name, { ...options, ...rows }));
    for (; row < rows.rowEnd; row++) {
      const fields = fieldsAt(columns, row - rows.rowStart);
      findings.nextRecord();
      readRecord(fields, file, row + 1, findings, mapping);
      if (findings.stopAfter(row + 1)) return;
      const rest = findings.pace.worked(Number(group.total_byte_size) / Number(group.num_rows));
      if (rest) await rest;
    }
  }
}

function bytesOf({ total_byte_size: bytes, num_rows: rows }: RowGroup): number {
  return Math.max(Number(bytes), ROW_BYTES * Number(rows));
}

async function readColumn(
  name: string,
  options: Omit<ParquetReadOptions, 'columns' | 'onComplete' | 'rowFormat'>,
): Promise<readonly unknown[]> {
  let values: readonly unknown[] = [];
  await parquetRead({
    ...options,
    columns: [name],
    onComplete: (rows) => (values = (rows as unknown[][]).map(([value]) => value)),
  });
  return values;
}

function tooLarge(file: string, bytes: number): never {
  throw new AppError('archive-too-large', { file, bytes, limit: MAX_PARQUET_BYTES });
}

/** Refuses a page that claims to become larger than a whole file may. */
function limited(file: string): Compressors {
  let bytes = 0;
  return Object.fromEntries(
    Object.entries(compressors).map(([codec, decompress]) => [
      codec,
      (input: Uint8Array, length: number): Uint8Array => {
        bytes += length;
        if (bytes > MAX_PARQUET_BYTES) tooLarge(file, bytes);
        return decompress(input, length);
      },
    ]),
  );
}

function bufferOf(bytes: Uint8Array<ArrayBuffer>): AsyncBuffer {
  return {
    byteLength: bytes.byteLength,
    slice: async (start, end) => bytes.slice(start, end).buffer,
  };
}

/** Names of the top-level columns: those that are followed by all of their children. */
function columnsOf(schema: readonly { name: string; num_children?: number }[]): string[] {
  const names: string[] = [];
  let at = 1;
  const skip = (): void => {
    const children = schema[at++]?.num_children ?? 0;
    for (let child = 0; child < children && at < schema.length; child++) skip();
  };
  while (at < schema.length) {
    names.push(schema[at]?.name ?? '');
    skip();
  }
  return names;
}

function fieldsAt(columns: ReadonlyMap<string, readonly unknown[]>, row: number): Fields {
  const fields = new Map<string, unknown>();
  for (const [name, values] of columns) {
    const value = values[row];
    if (value !== null && value !== undefined) fields.set(name, value);
  }
  return fields;
}
