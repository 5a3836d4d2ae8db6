/** Bytes of one row: a float32 scale, then a signed byte for each number. */
const SCALE_BYTES = 4;

/** The form that the demo's vectors might have had: whole numbers up to ±127 times the row's scale. */
export function toBytes(rows: Float32Array, dims: number): Uint8Array<ArrayBuffer> {
  const count = rows.length / dims;
  const out = new DataView(new ArrayBuffer(count * (SCALE_BYTES + dims)));
  for (let row = 0; row < count; row++) {
    const values = rows.subarray(row * dims, (row + 1) * dims);
    const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127;
    const at = row * (SCALE_BYTES + dims);
    out.setFloat32(at, scale, true);
    values.forEach((value, i) =>
      out.setInt8(at + SCALE_BYTES + i, scale === 0 ? 0 : Math.round(value / scale)),
    );
  }
  return new Uint8Array(out.buffer);
}

/** The numbers that such bytes stand for, [rows × dims]. */
export function fromBytes(bytes: Uint8Array<ArrayBuffer>, dims: number): Float32Array {
  const view = new DataView(bytes.buffer);
  const count = bytes.length / (SCALE_BYTES + dims);
  return Float32Array.from({ length: count * dims }, (_, i) => {
    const at = Math.floor(i / dims) * (SCALE_BYTES + dims);
    return view.getFloat32(at, true) * view.getInt8(at + SCALE_BYTES + (i % dims));
  });
}
