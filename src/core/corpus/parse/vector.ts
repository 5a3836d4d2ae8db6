import { MAX_VECTOR_DIMS } from '../../limits.ts';
import { fieldKey, type Fields } from './fields.ts';

const VECTORS = ['embedding', 'embeddings', 'vector', 'emb'];

/**
 * The field of a record that holds a vector, which is a list of at least two numbers; in a table it may
 * be written as JSON. Null without one.
 */
export function vectorColumn(fields: Fields): string | null {
  const key = fieldKey(fields, VECTORS);
  return key !== null && isVector(fields.get(key)) ? key : null;
}

function isVector(value: unknown): boolean {
  if (typeof value === 'string') return /^\s*\[[-+\d.eE,\s]{3,}\]\s*$/.test(value);
  const numbers = ArrayBuffer.isView(value) ? [...(value as Float32Array)] : value;
  if (!Array.isArray(numbers) || numbers.length < 2 || numbers.length > MAX_VECTOR_DIMS)
    return false;
  return numbers.every((each) => typeof each === 'number');
}
