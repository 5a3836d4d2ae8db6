import { unitRow } from '../../encoders/given.ts';
import { AppError } from '../../errors.ts';
import { MAX_RECORDS_PER_FILE, MAX_VECTOR_DIMS } from '../../limits.ts';
import { fromHalves } from '../../space/half.ts';
import type { BytesFile } from './draft.ts';
import type { Findings } from './findings.ts';

/** \x93NUMPY, then the version of the format. */
const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59] as const;
/** Versions 2 and 3 give the header's length four bytes. A header of a matrix has some 120 bytes. */
const MAX_HEADER = 2 ** 12;
const FIELD = /\s*'(\w+)'\s*:\s*('[^'\\]*'|True|False|\([\d,\s]*\))\s*(?:,|$)/y;
const BYTES = { f2: 2, f4: 4, f8: 8 } as const;

interface Header {
  readonly type: keyof typeof BYTES;
  readonly littleEndian: boolean;
  readonly columnMajor: boolean;
  readonly rows: number;
  readonly dims: number;
  /** Where the numbers begin. */
  readonly start: number;
}

/**
 * A .npy file holds the vectors of the table beside it, a row for each record: a matrix of 16-, 32- or
 * 64-bit floats in C or Fortran order
 * (https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html). Rows come to unit length;
 * those without a direction become zero rows with a problem.
 *
 * @throws AppError `vectors-malformed`
 */
export function parseNpy(file: BytesFile, findings: Findings): void {
  const header = headerOf(file);
  const { rows, dims } = header;
  const size = rows * dims * BYTES[header.type];
  const view = new DataView(file.bytes.buffer, file.bytes.byteOffset + header.start);
  if (view.byteLength !== size) {
    throw malformed(file, `${view.byteLength} bytes of numbers where its header says ${size}`);
  }
  const numbers = numbersIn(view, header);
  const values = new Float32Array(rows * dims);
  const row = new Float64Array(dims);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < dims; c++)
      row[c] = numbers(header.columnMajor ? c * rows + r : r * dims + c);
    const unit = unitRow(row);
    if (typeof unit === 'object') values.set(unit, r * dims);
    else findings.problem('vector-unusable', { file: findings.file, line: r + 1, fault: unit });
  }
  findings.addMatrix({ file: findings.file, rows, dims, values });
}

/** The number at each place, in the order of the file. */
function numbersIn(view: DataView, { type, littleEndian }: Header): (index: number) => number {
  if (type === 'f4') return (index) => view.getFloat32(4 * index, littleEndian);
  if (type === 'f8') return (index) => view.getFloat64(8 * index, littleEndian);
  const halves = new Uint16Array(view.byteLength / 2);
  for (let i = 0; i < halves.length; i++) halves[i] = view.getUint16(2 * i, littleEndian);
  const singles = fromHalves(halves);
  return (index) => singles[index]!;
}

function headerOf(file: BytesFile): Header {
  const { bytes } = file;
  const version = bytes[6] ?? 0;
  if (!MAGIC.every((byte, i) => bytes[i] === byte) || version < 1 || version > 3) {
    throw malformed(file, 'it does not begin as one');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const preamble = version === 1 ? 10 : 12;
  if (bytes.length < preamble) throw malformed(file, 'it is cut off in its header');
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  const start = preamble + length;
  if (length > MAX_HEADER) throw malformed(file, `a header of ${length} bytes`);
  if (start > bytes.length) throw malformed(file, 'it is cut off in its header');
  const fields = literal(new TextDecoder().decode(bytes.subarray(preamble, start)));
  if (fields?.size !== 3) throw malformed(file, 'its header is not what NumPy writes');
  return { ...typeOf(file, fields), ...shapeOf(file, fields), start };
}

/** The fields of a Python dictionary of strings, truths and tuples of whole numbers; null for anything else. */
function literal(text: string): Map<string, string> | null {
  const inner = /^\s*\{(.*)\}\s*$/s.exec(text)?.[1]?.trimEnd();
  if (inner === undefined) return null;
  const fields = new Map<string, string>();
  let at = 0;
  while (at < inner.length) {
    FIELD.lastIndex = at;
    const match = FIELD.exec(inner);
    if (!match) return null;
    const [whole, name = '', value = ''] = match;
    fields.set(name, value);
    at += whole.length;
  }
  return fields;
}

function typeOf(
  file: BytesFile,
  fields: ReadonlyMap<string, string>,
): Pick<Header, 'type' | 'littleEndian' | 'columnMajor'> {
  const order = fields.get('fortran_order');
  const descr = fields.get('descr') ?? '';
  const match = /^'([<>])(f[248])'$/.exec(descr);
  if (!match) throw malformed(file, `numbers of type ${descr.slice(0, 40)} instead of floats`);
  if (order !== 'True' && order !== 'False') throw malformed(file, 'its order is not said');
  const [, endian, type] = match;
  return {
    type: type as Header['type'],
    littleEndian: endian === '<',
    columnMajor: order === 'True',
  };
}

function shapeOf(
  file: BytesFile,
  fields: ReadonlyMap<string, string>,
): Pick<Header, 'rows' | 'dims'> {
  const shape = fields.get('shape') ?? '';
  const [, rows = NaN, dims = NaN] = (/^\(\s*(\d+)\s*,\s*(\d+)\s*,?\s*\)$/.exec(shape) ?? []).map(
    Number,
  );
  if (Number.isNaN(rows))
    throw malformed(file, `shape ${shape.slice(0, 40)} instead of rows and columns`);
  if (rows < 1 || rows > MAX_RECORDS_PER_FILE) throw malformed(file, `${rows} rows`);
  if (dims < 2 || dims > MAX_VECTOR_DIMS) throw malformed(file, `vectors of ${dims} dimensions`);
  return { rows, dims };
}

function malformed({ path }: BytesFile, reason: string): AppError {
  return new AppError('vectors-malformed', { file: path, reason });
}
