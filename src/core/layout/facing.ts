import type { Axes } from './pca.ts';

/**
 * Turns each axis of a picture the way it faced before, positions in place: components have no sign
 * of their own, and a picture that flips when it is laid out again would look like another one.
 *
 * @param positions [rows × 2]
 * @param axes that the positions are projected on
 * @param before [rows × 2], where the same rows stood; NaN for rows that are new
 * @returns the axes, turned alike
 */
export function faceAsBefore(positions: Float32Array, axes: Axes, before: Float32Array): Axes {
  const loadings = axes.loadings.map((own, axis) => {
    let product = 0;
    for (let i = axis; i < positions.length; i += 2) {
      const known = before[i] ?? NaN;
      if (!Number.isNaN(known)) product += positions[i]! * known;
    }
    if (product >= 0) return own;
    for (let i = axis; i < positions.length; i += 2) positions[i] = -positions[i]!;
    return own.map((value) => -value);
  });
  return { ...axes, loadings };
}
