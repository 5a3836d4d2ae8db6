import type { EncoderSpec } from '../encoder.ts';

/**
 * Pools the hidden states of one text, [tokens × dims], into `into` [dims] at unit length: the
 * mean over all tokens, special ones included as sentence-transformers does, or the first token.
 * Returns false, leaving zeros, if the result has no direction or is not finite.
 */
export function poolTokens(
  states: Float32Array,
  pooling: EncoderSpec['pooling'],
  into: Float32Array,
): boolean {
  const dims = into.length;
  const sum = new Float64Array(dims);
  const end = pooling === 'cls' ? dims : states.length;
  for (let start = 0; start < end; start += dims) {
    for (let d = 0; d < dims; d++) sum[d]! += states[start + d]!;
  }
  let square = 0;
  for (const value of sum) square += value * value;
  if (!(square > 0 && square < Infinity)) return false;
  const scale = 1 / Math.sqrt(square);
  for (let d = 0; d < dims; d++) into[d] = sum[d]! * scale;
  return true;
}
