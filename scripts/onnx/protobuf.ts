/**
 * The part of protocol buffers' wire format that ONNX files need, written by hand so that a test
 * model needs no dependency (https://protobuf.dev/programming-guides/encoding).
 */
export type Field =
  | readonly [number: number, value: number | bigint | string | Uint8Array]
  | readonly [number: number, value: readonly Field[]]
  | readonly [number: number, value: { readonly float: number }];

const VARINT = 0;
const BYTES = 2;
const FIXED32 = 5;

/**
 * Encodes a message from its fields, in their order: integers as varints, `{ float }` as fixed32,
 * text and bytes with their length, a list of fields as an embedded message. A repeated field is
 * given once per element.
 */
export function encodeMessage(fields: readonly Field[]): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const [number, value] of fields) {
    if (typeof value === 'number' || typeof value === 'bigint') {
      parts.push(varint(tag(number, VARINT)), varint(BigInt(value)));
    } else if (isFloat(value)) {
      const bytes = new Uint8Array(4);
      new DataView(bytes.buffer).setFloat32(0, value.float, true);
      parts.push(varint(tag(number, FIXED32)), bytes);
    } else {
      const bytes = toBytes(value);
      parts.push(varint(tag(number, BYTES)), varint(BigInt(bytes.length)), bytes);
    }
  }
  return concatenate(parts);
}

function tag(number: number, wireType: number): bigint {
  return BigInt((number << 3) | wireType);
}

/** Seven bits a byte, the least significant first; negative numbers as 64-bit two's complement. */
function varint(value: bigint): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  for (; rest > 0x7fn; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
}

function isFloat(value: Field[1]): value is { readonly float: number } {
  return typeof value === 'object' && 'float' in value;
}

function toBytes(value: string | Uint8Array | readonly Field[]): Uint8Array {
  if (typeof value === 'string') return new TextEncoder().encode(value);
  return value instanceof Uint8Array ? value : encodeMessage(value);
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
