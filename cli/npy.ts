/**
 * A float32 matrix [rows × dims] as a NumPy `.npy` file, version 1.0, C order
 * (https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html).
 */
export function encodeNpy(values: Float32Array, rows: number, dims: number): Uint8Array {
  const preamble = 10;
  const text = `{'descr': '<f4', 'fortran_order': False, 'shape': (${rows}, ${dims}), }`;
  const padding = 64 - ((preamble + text.length + 1) % 64);
  const header = new TextEncoder().encode(`${text}${' '.repeat(padding % 64)}\n`);
  const file = new Uint8Array(preamble + header.length + values.byteLength);
  const view = new DataView(file.buffer);
  file.set([0x93, ...new TextEncoder().encode('NUMPY'), 1, 0]);
  view.setUint16(8, header.length, true);
  file.set(header, preamble);
  const start = preamble + header.length;
  values.forEach((value, i) => view.setFloat32(start + i * 4, value, true));
  return file;
}
