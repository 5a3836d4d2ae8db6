import { plainCosines } from './plain-cosines.ts';
import { SimdCosines } from './simd-cosines.ts';

type Compute = typeof plainCosines;

let compute: Compute | null = null;

/**
 * Cosines between all rows of `a` and all rows of `b`, both unit or zero rows of `dims` numbers:
 * [rows of a × rows of b], row-major, in [−1, 1]. Writes into `out` where given, which must be
 * large enough, and returns it.
 *
 * Every cosine depends on its two rows alone, whatever else is computed beside it: it is the same
 * to the last bit in every batch and on every machine, with SIMD or without (`plainCosines` says
 * how it is summed). Being summed in float32, it is off by at most (dims / 4 + 3) · 2⁻²⁴ times
 * Σ |aᵢ bᵢ|, which for 384 dims is 6e-6; what is met is some 1e-7, as in the rows themselves.
 */
export function cosines(
  a: Float32Array,
  b: Float32Array,
  dims: number,
  out: Float32Array = new Float32Array((a.length / dims) * (b.length / dims)),
): Float32Array {
  compute ??= fastestCosines();
  compute(a, b, dims, out);
  return out;
}

/** SIMD where there is WebAssembly and a policy allows it, else plain: the cosines are the same. */
export function fastestCosines(): Compute {
  try {
    const simd = new SimdCosines();
    return (a, b, dims, out) => simd.compute(a, b, dims, out);
  } catch {
    return plainCosines;
  }
}
