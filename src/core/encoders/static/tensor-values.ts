import type { Tensor } from './safetensors.ts';

/**
 * A tensor's elements as numbers, in row-major order; 64-bit floats are rounded to 32 bits.
 * Returns null for a type that holds no real numbers of these kinds (64-bit integers).
 */
export function toFloats(tensor: Tensor): Float32Array<ArrayBuffer> | null {
  const bytes = aligned(tensor.bytes);
  switch (tensor.type) {
    case 'F32':
      return new Float32Array(bytes);
    case 'F64':
      return Float32Array.from(new Float64Array(bytes));
    case 'F16':
      return Float32Array.from(new Uint16Array(bytes), halfToNumber);
    case 'BF16':
      return new Float32Array(
        Uint32Array.from(new Uint16Array(bytes), (bits) => bits << 16).buffer,
      );
    case 'I8':
      return Float32Array.from(new Int8Array(bytes));
    default:
      return null;
  }
}

/** A tensor's elements as unsigned 32-bit integers, or null if its type or a value does not fit. */
export function toIndices(tensor: Tensor): Uint32Array<ArrayBuffer> | null {
  const bytes = aligned(tensor.bytes);
  switch (tensor.type) {
    case 'U32':
      return new Uint32Array(bytes);
    case 'I32': {
      const values = new Int32Array(bytes);
      return values.every((value) => value >= 0) ? Uint32Array.from(values) : null;
    }
    case 'I64': {
      const values = new BigInt64Array(bytes);
      return values.every((value) => value >= 0n && value <= 0xffff_ffffn)
        ? Uint32Array.from(values, Number)
        : null;
    }
    default:
      return null;
  }
}

/** The value of an IEEE 754 half-precision number given as its 16 bits. */
export function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction ? NaN : sign * Infinity;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** A copy that typed arrays of any element size may view. */
function aligned(bytes: Uint8Array<ArrayBuffer>): ArrayBuffer {
  return bytes.slice().buffer;
}
