import { unitRow, type VectorValues } from '../../encoders/given.ts';
import { MAX_VECTOR_DIMS } from '../../limits.ts';
import { fieldKey, type Fields } from './fields.ts';

const VECTORS = ['embedding', 'embeddings', 'vector', 'emb'];

/** A field of a record that holds a vector. */
export interface VectorField {
  readonly column: string;
  /** As they stand there, at least two; NaN for what is written as no number. */
  readonly numbers: VectorValues;
}

/** A file of vectors: a row for each record of the table beside it. */
export interface VectorFile {
  /** Path of the file. */
  readonly file: string;
  readonly rows: number;
  readonly dims: number;
  /** [rows × dims], unit rows; zero rows for vectors without a direction. */
  readonly values: Float32Array<ArrayBuffer>;
}

/**
 * The field of a record that holds a vector, which is a list of at least two numbers; in a table it may
 * be written as JSON or as NumPy prints it. Null without one.
 */
export function vectorField(fields: Fields): VectorField | null {
  const column = fieldKey(fields, VECTORS);
  if (column === null) return null;
  const numbers = numbersOf(fields.get(column));
  const fits = numbers && numbers.length >= 2 && numbers.length <= MAX_VECTOR_DIMS;
  return fits ? { column, numbers } : null;
}

function numbersOf(value: unknown): VectorValues | null {
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    return value instanceof BigInt64Array || value instanceof BigUint64Array
      ? null
      : (value as Float32Array);
  }
  const parts = typeof value === 'string' ? written(value) : value;
  if (!Array.isArray(parts) || parts.length > MAX_VECTOR_DIMS) return null;
  const numbers = parts.map(numberOf);
  return numbers.some((each) => each === null) ? null : (numbers as number[]);
}

/** The parts of "[1, 2]" or "[1 2]". */
function written(value: string): string[] | null {
  const text = value.trim();
  if (!text.startsWith('[') || !text.endsWith(']')) return null;
  return text
    .slice(1, -1)
    .split(/[\s,]+/, MAX_VECTOR_DIMS + 3)
    .filter(Boolean);
}

/** NaN for what stands for no number; null for what no vector holds. */
function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return value;
  if (value === null) return NaN;
  if (typeof value !== 'string' || value === '') return null;
  if (/^(?:nan|null|none)$/i.test(value)) return NaN;
  if (/^[-+]?inf(?:inity)?$/i.test(value)) return Infinity;
  return /^[-+\d.eE]+$/.test(value) && Number.isFinite(Number(value)) ? Number(value) : null;
}

/** The vectors of one file's records: all of one length, which the first one sets. */
export class FileVectors {
  #dims = 0;

  /** @returns unit length, or what is wrong with it */
  read({
    numbers,
  }: VectorField):
    | Float32Array<ArrayBuffer>
    | { readonly found: number; readonly expected: number }
    | 'zero'
    | 'infinite' {
    this.#dims ||= numbers.length;
    const [found, expected] = [numbers.length, this.#dims];
    return found === expected ? unitRow(numbers) : { found, expected };
  }
}
