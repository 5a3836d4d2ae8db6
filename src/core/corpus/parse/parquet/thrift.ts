/** What a field holds; texts and other bytes are passed over, only their length is known. */
export type Value = boolean | number | readonly Value[] | Struct;
/** Fields by their numbers. */
export type Struct = ReadonlyMap<number, Value>;

/** Structs within structs: Parquet's own go eight deep. */
const MAX_DEPTH = 32;

const TRUE = 1;
const FALSE = 2;
const BYTE = 3;
const I16 = 4;
const I32 = 5;
const I64 = 6;
const DOUBLE = 7;
const BINARY = 8;
const LIST = 9;
const STRUCT = 12;

/**
 * Reads Thrift's compact protocol as Parquet uses it, strictly: nothing reaches beyond the bytes or
 * steps back in them, so that every read ends. Throws a `RangeError` for anything else.
 */
export class ThriftReader {
  readonly #bytes: Uint8Array;
  #at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.#at = at;
  }

  /** Where reading goes on. */
  get at(): number {
    return this.#at;
  }

  struct(depth = 0): Struct {
    if (depth > MAX_DEPTH) throw new RangeError('too deep');
    const fields = new Map<number, Value>();
    let id = 0;
    for (;;) {
      const head = this.#byte();
      const type = head & 15;
      if (type === 0) return fields;
      id = head >> 4 ? id + (head >> 4) : this.#zigzag(3);
      fields.set(id, this.#value(type, depth));
    }
  }

  #value(type: number, depth: number): Value {
    switch (type) {
      case TRUE:
      case FALSE:
        return type === TRUE;
      case BYTE:
        return (this.#byte() << 24) >> 24;
      case I16:
        return this.#zigzag(3);
      case I32:
        return this.#zigzag(5);
      case I64:
        return this.#zigzag(10);
      case DOUBLE:
        return this.#skip(8);
      case BINARY:
        return this.#skip(this.#varint(5));
      case LIST:
        return this.#list(depth);
      case STRUCT:
        return this.struct(depth + 1);
      default:
        throw new RangeError(`no type ${type}`);
    }
  }

  #list(depth: number): Value[] {
    const head = this.#byte();
    const type = head & 15;
    const size = head >> 4 === 15 ? this.#varint(5) : head >> 4;
    if (size > this.#bytes.length - this.#at) throw new RangeError('list too long');
    const items: Value[] = [];
    const item = type === TRUE || type === FALSE ? BYTE : type;
    for (let i = 0; i < size; i++) items.push(this.#value(item, depth));
    return items;
  }

  #zigzag(bytes: number): number {
    const value = this.#varint(bytes);
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** At most so many bytes of seven bits; exact below 2⁵³. */
  #varint(bytes: number): number {
    let value = 0;
    for (let i = 0; i < bytes; i++) {
      const byte = this.#byte();
      value += (byte & 127) * 2 ** (7 * i);
      if (byte < 128) {
        if (bytes === 5 && value >= 2 ** 32) break;
        return value;
      }
    }
    throw new RangeError('number too long');
  }

  #byte(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new RangeError('ends early');
    return byte;
  }

  #skip(length: number): number {
    if (length > this.#bytes.length - this.#at) throw new RangeError('ends early');
    this.#at += length;
    return length;
  }
}
