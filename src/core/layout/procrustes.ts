/** The best fit of one picture to another by turning and mirroring. */
export interface Fit {
  /** [2 × 2], row-major: a point (x, y) of the first, around its mean, goes to (m₀x + m₁y, m₂x + m₃y). */
  readonly turn: readonly [number, number, number, number];
  /** Means of the points that both pictures have. */
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  /**
   * 1 − (Σ σ)² of the two pictures around their means and at unit size: what of the one cannot be
   * brought onto the other even by scaling it, in [0, 1]; 0 where one of them has no size.
   */
  readonly disparity: number;
}

/**
 * Orthogonal Procrustes analysis in the plane (Schönemann 1966, doi:10.1007/BF02289451) of the rows
 * that both have; null if they have none in common.
 *
 * @param positions [rows × 2]
 * @param target [rows × 2], NaN for rows that are not there
 */
export function procrustes(positions: Float32Array, target: Float32Array): Fit | null {
  const rows: number[] = [];
  for (let i = 0; i < positions.length; i += 2) if (!Number.isNaN(target[i]!)) rows.push(i);
  if (rows.length === 0) return null;
  const from = meanOf(positions, rows);
  const to = meanOf(target, rows);
  let [xx, xy, yx, yy, own, other] = [0, 0, 0, 0, 0, 0];
  for (const i of rows) {
    const [px, py] = [positions[i]! - from[0], positions[i + 1]! - from[1]];
    const [qx, qy] = [target[i]! - to[0], target[i + 1]! - to[1]];
    xx += px * qx;
    xy += px * qy;
    yx += py * qx;
    yy += py * qy;
    own += px * px + py * py;
    other += qx * qx + qy * qy;
  }
  // Of all turns, and of all turns of the mirror image, the best; the better of the two is kept.
  const turned = Math.hypot(xx + yy, xy - yx);
  const mirrored = Math.hypot(xx - yy, xy + yx);
  const size = own * other;
  const disparity = size === 0 ? 0 : Math.max(0, 1 - Math.max(turned, mirrored) ** 2 / size);
  if (Math.max(turned, mirrored) === 0) return { turn: [1, 0, 0, 1], from, to, disparity };
  if (turned >= mirrored) {
    const [cos, sin] = [(xx + yy) / turned, (xy - yx) / turned];
    return { turn: [cos, -sin, sin, cos], from, to, disparity };
  }
  const [cos, sin] = [(xx - yy) / mirrored, (xy + yx) / mirrored];
  return { turn: [cos, sin, sin, -cos], from, to, disparity };
}

/** Turns, mirrors and moves a picture onto another as well as that goes; sizes stay. In place. */
export function alignTo(positions: Float32Array, target: Float32Array): void {
  const fit = procrustes(positions, target);
  if (!fit) return;
  const { turn, from, to } = fit;
  for (let i = 0; i < positions.length; i += 2) {
    const [x, y] = [positions[i]! - from[0], positions[i + 1]! - from[1]];
    positions[i] = turn[0] * x + turn[1] * y + to[0];
    positions[i + 1] = turn[2] * x + turn[3] * y + to[1];
  }
}

function meanOf(positions: Float32Array, rows: readonly number[]): [number, number] {
  let [x, y] = [0, 0];
  for (const i of rows) {
    x += positions[i]!;
    y += positions[i + 1]!;
  }
  return [x / rows.length, y / rows.length];
}
