import type { Span } from '../corpus/model.ts';
import type { EncoderSpec } from './encoder.ts';

/**
 * An encoder of which nothing is here but its vectors: they came along with documents, or in a project
 * file of a machine that has it. It is known by a name and its dimensions, and can embed nothing.
 */

/** Numbers of a vector as a file gives them. */
export type VectorValues = readonly number[] | Float32Array | Float64Array;

/** The vectors of one document in such a space. */
export interface GivenRows {
  /** What has a vector: the whole text, or the passages that were embedded elsewhere. */
  readonly passages: readonly Span[];
  /** [passages × dims], unit rows, or zero rows for passages without a direction. */
  readonly vectors: Float32Array<ArrayBuffer>;
}

/**
 * The encoder behind vectors that came along, under the name that the reader gives it.
 *
 * @param revision - hash of the vectors: the same name on others is another space
 */
export function givenSpec(name: string, dims: number, revision: string): EncoderSpec {
  return specOfKey(`${name}@${revision}/float32/given`, dims);
}

/** The encoder behind a key that no encoder here has: the vectors stay comparable under that key. */
export function specOfKey(key: string, dims: number): EncoderSpec {
  const [, name = key, revision = ''] = /^(.+)@([^@/]*)/s.exec(key) ?? [];
  return {
    id: key,
    revision,
    kind: 'given',
    name,
    dims,
    dtype: 'float32',
    pooling: 'mean',
    maxTokens: null,
    licence: 'not stated',
  };
}

/** A vector of a whole text: one passage, from its first to its last character that is not white. */
export function wholeText(text: string, vector: Float32Array<ArrayBuffer>): GivenRows {
  const end = text.trimEnd().length;
  const start = Math.min(end, text.length - text.trimStart().length);
  return { passages: [{ start, end }], vectors: vector };
}

/**
 * Numbers as a vector of unit length, rounded to float32 only then.
 *
 * @returns why there is none: all are 0, or some are no finite numbers
 */
export function unitRow(values: VectorValues): Float32Array<ArrayBuffer> | 'zero' | 'infinite' {
  let largest = 0;
  for (const value of values) {
    const size = Math.abs(value);
    if (!Number.isFinite(size)) return 'infinite';
    if (size > largest) largest = size;
  }
  if (largest === 0) return 'zero';
  let squares = 0;
  // Scaled first: the square of a large float64 would overflow.
  for (const value of values) squares += (value / largest) ** 2;
  const length = Math.sqrt(squares);
  return Float32Array.from(values, (value) => value / largest / length);
}
