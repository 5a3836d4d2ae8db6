import { MAX_VECTOR_DIMS } from '../../limits.ts';
import { fieldKey, type Fields } from './fields.ts';

const VECTORS = ['embedding', 'embeddings', 'vector', 'emb'];

/**
 * The field that holds a vector of the record's text, and the vector; null without one. A vector is
 * a list of at least two finite numbers that are not all zero; in a table it may be written as JSON.
 */
export function vectorIn(
  fields: Fields,
): { readonly key: string; readonly vector: Float32Array<ArrayBuffer> } | null {
  const key = fieldKey(fields, VECTORS);
  if (key === null) return null;
  const vector = vectorOf(fields.get(key));
  return vector && { key, vector };
}

function vectorOf(value: unknown): Float32Array<ArrayBuffer> | null {
  const list = typeof value === 'string' ? listIn(value) : value;
  const numbers: unknown = ArrayBuffer.isView(list) ? [...(list as Float32Array)] : list;
  if (!Array.isArray(numbers) || numbers.length < 2 || numbers.length > MAX_VECTOR_DIMS)
    return null;
  if (!numbers.every((each) => typeof each === 'number')) return null;
  const vector = new Float32Array(numbers);
  const finite = vector.every((each) => Number.isFinite(each));
  return finite && vector.some((each) => each !== 0) ? vector : null;
}

function listIn(text: string): unknown {
  if (!/^\s*\[[-+\d.eE,\s]+\]\s*$/.test(text)) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
