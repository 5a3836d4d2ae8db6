export interface QuantisedRows {
  /** [rows × dims], each row's largest value at ±127. */
  readonly rows: Int8Array;
  /** [rows], what a row is multiplied by to get its values back. */
  readonly scales: Float64Array;
}

/** Rounds each row to 8 bits on a scale of its own; a row of zeros stays one. */
export function quantiseRows(values: Float64Array, dims: number): QuantisedRows {
  const count = values.length / dims;
  const rows = new Int8Array(values.length);
  const scales = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const row = values.subarray(i * dims, (i + 1) * dims);
    let largest = 0;
    for (const value of row) largest = Math.max(largest, Math.abs(value));
    if (largest === 0) continue;
    scales[i] = largest / 127;
    for (let d = 0; d < dims; d++) rows[i * dims + d] = Math.round((row[d]! / largest) * 127);
  }
  return { rows, scales };
}
