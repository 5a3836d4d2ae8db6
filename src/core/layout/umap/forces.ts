/** Curve of umap-learn for a smallest distance of .1 and a spread of 1: 1 / (1 + a d^2b). */
const A = 1.576943460405378;
const B = 0.8950608781227859;

/** Keeps repulsion finite where two points meet. */
const SOFTENING = 0.001;

/** Squared distances from 2^−40 to 2^24, 256 to each doubling. */
const LOWEST_EXPONENT = -40;
const DOUBLINGS = 64;
const MANTISSA_BITS = 8;
const SHIFT = 23 - MANTISSA_BITS;
const FIRST = (LOWEST_EXPONENT + 127) << MANTISSA_BITS;
const LAST = (DOUBLINGS << MANTISSA_BITS) - 1;

const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);

/**
 * The two forces of UMAP per unit of distance, by squared distance (McInnes et al. 2018, appendix C):
 * attraction −2ab d^(2b−2) / (1 + a d^2b), repulsion 2b / ((.001 + d²)(1 + a d^2b)). Tabulated by the
 * leading bits of the float32 number: off by less than .4 % of the force, and several times faster
 * than powers.
 */
export const FORCES = {
  attraction: table((d2) => (-2 * A * B * d2 ** (B - 1)) / (1 + A * d2 ** B)),
  repulsion: table((d2) => (2 * B) / ((SOFTENING + d2) * (1 + A * d2 ** B))),
  /** A number written to `float` is read from `bits` as the bits of its float32. */
  float,
  bits,
} as const;

/** Where the force at a squared distance stands in the tables, by the bits of its float32. */
export function cellOf(bits: number): number {
  const cell = (bits >> SHIFT) - FIRST;
  return cell < 0 ? 0 : cell > LAST ? LAST : cell;
}

/** A force in the middle of each cell. */
function table(force: (squared: number) => number): Float32Array {
  return Float32Array.from({ length: LAST + 1 }, (_, cell) => {
    bits[0] = ((cell + FIRST) << SHIFT) + (1 << (SHIFT - 1));
    return force(float[0]!);
  });
}
