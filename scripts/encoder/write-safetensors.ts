export interface NamedTensor {
  readonly name: string;
  /** 16-bit floats by their bits. */
  readonly data: Int8Array | Uint16Array | Int32Array | BigInt64Array | Float32Array | Float64Array;
  readonly shape: readonly number[];
}

/**
 * A safetensors file with the tensors in the given order. The header is padded with spaces to a
 * multiple of eight bytes, so put tensors of wide elements first to keep them aligned.
 */
export function writeSafetensors(tensors: readonly NamedTensor[]): Uint8Array {
  let offset = 0;
  const header: Record<string, object> = {};
  for (const { name, data, shape } of tensors) {
    const end = offset + data.byteLength;
    header[name] = { dtype: elementType(data), shape, data_offsets: [offset, end] };
    offset = end;
  }
  const json = JSON.stringify(header);
  const text = new TextEncoder().encode(json.padEnd(Math.ceil(json.length / 8) * 8));
  const file = new Uint8Array(8 + text.length + offset);
  new DataView(file.buffer).setBigUint64(0, BigInt(text.length), true);
  file.set(text, 8);
  let at = 8 + text.length;
  for (const { data } of tensors) {
    file.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    at += data.byteLength;
  }
  return file;
}

function elementType(data: NamedTensor['data']): string {
  if (data instanceof Int8Array) return 'I8';
  if (data instanceof Uint16Array) return 'F16';
  if (data instanceof Int32Array) return 'I32';
  if (data instanceof BigInt64Array) return 'I64';
  return data instanceof Float64Array ? 'F64' : 'F32';
}
