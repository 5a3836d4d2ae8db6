import { halfToNumber } from '../encoders/static/tensor-values.ts';

const FLOAT = new Float32Array(1);
const BITS = new Uint32Array(FLOAT.buffer);

/**
 * Numbers as IEEE 754 half-precision bits, rounded to the nearest, ties to even: half the bytes of
 * float32 with an error of at most 2⁻¹¹ of each number of size 6e-5 or more. Beyond 65,504 they
 * are infinite.
 */
export function toHalves(values: Float32Array): Uint16Array<ArrayBuffer> {
  return Uint16Array.from(values, halfBits);
}

/** The numbers behind half-precision bits, exactly. */
export function fromHalves(bits: Uint16Array): Float32Array<ArrayBuffer> {
  return Float32Array.from(bits, halfToNumber);
}

function halfBits(value: number): number {
  FLOAT[0] = value;
  const bits = BITS[0] ?? 0;
  const sign = (bits >>> 16) & 0x8000;
  const magnitude = bits & 0x7fff_ffff;
  // NaN stays one; from half an ulp above the largest half number on, it is infinity.
  if (magnitude > 0x7f80_0000) return sign | 0x7e00;
  if (magnitude >= 0x477f_f000) return sign | 0x7c00;
  const exponent = magnitude >>> 23;
  // Numbers below 2⁻¹⁴ are multiples of 2⁻²⁴, which float arithmetic rounds by itself.
  if (exponent < 113) return sign | roundEven(Math.abs(value) * 2 ** 24);
  const kept = (magnitude - (112 << 23)) >>> 13;
  const rest = magnitude & 0x1fff;
  const up = rest > 0x1000 || (rest === 0x1000 && (kept & 1) === 1);
  return sign | (kept + (up ? 1 : 0));
}

function roundEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  return rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? below + 1 : below;
}
