import type { Tensor } from './safetensors.ts';

/**
 * A tensor's elements as numbers, in row-major order; 64-bit floats are rounded to 32 bits.
 * A view into the file where its bytes serve as they are.
 * Returns null for a type that holds no real numbers of these kinds (64-bit integers).
 */
export function toFloats(tensor: Tensor): Float32Array<ArrayBuffer> | null {
  const { bytes } = tensor;
  switch (tensor.type) {
    case 'F32':
      return elements(bytes, Float32Array);
    case 'F64':
      return Float32Array.from(elements(bytes, Float64Array));
    case 'F16':
      return Float32Array.from(elements(bytes, Uint16Array), halfToNumber);
    case 'BF16':
      return new Float32Array(
        Uint32Array.from(elements(bytes, Uint16Array), (bits) => bits << 16).buffer,
      );
    case 'I8':
      return Float32Array.from(elements(bytes, Int8Array));
    default:
      return null;
  }
}

/** A tensor's elements as unsigned 32-bit integers, or null if its type or a value does not fit. */
export function toIndices(tensor: Tensor): Uint32Array<ArrayBuffer> | null {
  const { bytes } = tensor;
  switch (tensor.type) {
    case 'U32':
      return elements(bytes, Uint32Array);
    case 'I32': {
      const values = elements(bytes, Int32Array);
      return values.every((value) => value >= 0) ? Uint32Array.from(values) : null;
    }
    case 'I64': {
      const values = elements(bytes, BigInt64Array);
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

interface Elements<A> {
  new (buffer: ArrayBuffer, offset: number, length: number): A;
  readonly BYTES_PER_ELEMENT: number;
}

/** Bytes as elements: a view where they are aligned, else of a copy. The largest tables take 500 MB. */
function elements<A>(bytes: Uint8Array<ArrayBuffer>, type: Elements<A>): A {
  const { BYTES_PER_ELEMENT: size } = type;
  const { buffer, byteOffset } = bytes.byteOffset % size === 0 ? bytes : bytes.slice();
  return new type(buffer, byteOffset, bytes.length / size);
}
