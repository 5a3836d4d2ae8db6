/**
 * Turns each axis of a picture the way it faced before, in place: components have no sign of their
 * own, and a picture that flips when a document is added would look like another one.
 *
 * @param positions [rows × 2]
 * @param before [rows × 2], where the same rows stood; NaN for rows that are new
 */
export function faceAsBefore(positions: Float32Array, before: Float32Array): void {
  for (const axis of [0, 1]) {
    let product = 0;
    for (let i = axis; i < positions.length; i += 2) {
      const known = before[i] ?? NaN;
      if (!Number.isNaN(known)) product += positions[i]! * known;
    }
    if (product >= 0) continue;
    for (let i = axis; i < positions.length; i += 2) positions[i] = -positions[i]!;
  }
}
