const { fround } = Math;

/**
 * What `cosines` is, one at a time: the definition that the SIMD kernel meets to the last bit, and
 * what computes where there is none (.5 GFLOP/s in V8 of Node 20).
 *
 * Four sums in float32, of the products of the numbers 0, 4, 8, … of both rows, of 1, 5, 9, … and
 * so on, each in this order; then (0 + 2) + (1 + 3).
 */
export function plainCosines(
  a: Float32Array,
  b: Float32Array,
  dims: number,
  out: Float32Array,
): void {
  let cell = 0;
  for (let p = 0; p < a.length; p += dims) {
    for (let q = 0; q < b.length; q += dims) out[cell++] = cosine(a, p, b, q, dims);
  }
}

/** Rounding each product and sum of float32 numbers is float32 arithmetic (Figueroa 1995). */
function cosine(a: Float32Array, p: number, b: Float32Array, q: number, dims: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let d = 0;
  for (; d + 3 < dims; d += 4) {
    s0 = fround(s0 + fround(a[p + d]! * b[q + d]!));
    s1 = fround(s1 + fround(a[p + d + 1]! * b[q + d + 1]!));
    s2 = fround(s2 + fround(a[p + d + 2]! * b[q + d + 2]!));
    s3 = fround(s3 + fround(a[p + d + 3]! * b[q + d + 3]!));
  }
  if (d < dims) s0 = fround(s0 + fround(a[p + d]! * b[q + d]!));
  if (d + 1 < dims) s1 = fround(s1 + fround(a[p + d + 1]! * b[q + d + 1]!));
  if (d + 2 < dims) s2 = fround(s2 + fround(a[p + d + 2]! * b[q + d + 2]!));
  return clamp(fround(fround(s0 + s2) + fround(s1 + s3)));
}

/** Unit rows in float32 are off by about 1e-7. */
function clamp(cosine: number): number {
  return cosine > 1 ? 1 : cosine < -1 ? -1 : cosine;
}
