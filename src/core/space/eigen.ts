/** Eigenvalues and eigenvectors of a symmetric matrix. */
export interface Eigen {
  /** Ascending, [n]. */
  readonly values: Float64Array<ArrayBuffer>;
  /** Orthonormal, in the order of the values, [n] of [n]. */
  readonly vectors: readonly Float64Array<ArrayBuffer>[];
}

/** Rotations for one eigenvalue at most; three are usual. */
const MOST_ROTATIONS = 60;

/**
 * All eigenvalues and eigenvectors of a symmetric matrix, by Householder's reduction to tridiagonal
 * form and the implicit QL method (Golub & Van Loan 2013, Matrix Computations, §§8.3.1, 8.3.3). A
 * general library brings all of linear algebra to everyone who looks at a map; this is what a map takes.
 *
 * @param matrix [n × n], row by row; it is not changed, and only its lower triangle is read
 */
export function symmetricEigen(matrix: ArrayLike<number>, n: number): Eigen {
  const rows = Array.from({ length: n }, (_, i) =>
    Float64Array.from({ length: n }, (_, j) => matrix[i >= j ? i * n + j : j * n + i]!),
  );
  const { diagonal, beside } = tridiagonal(rows);
  diagonalise(diagonal, beside, rows);
  const order = Array.from(diagonal.keys()).sort((a, b) => diagonal[a]! - diagonal[b]!);
  return {
    values: Float64Array.from(order, (i) => diagonal[i]!),
    vectors: order.map((i) => rows[i]!),
  };
}

interface Tridiagonal {
  readonly diagonal: Float64Array;
  /** [n], beside[i] between i and i + 1; the last is 0. */
  readonly beside: Float64Array;
}

/**
 * Makes a symmetric matrix A tridiagonal by reflections, Qᵀ A Q = T, and leaves Qᵀ in its place, row by
 * row: a row for each basis vector.
 */
function tridiagonal(rows: Float64Array[]): Tridiagonal {
  const n = rows.length;
  const beside = new Float64Array(n);
  const reflections: (Float64Array | null)[] = [];
  for (let k = 0; k < n - 1; k++) {
    const reflection = reflect(rows, k);
    beside[k] = reflection ? reflection.becomes : (rows[k + 1]?.[k] ?? 0);
    reflections.push(reflection?.vector ?? null);
  }
  const diagonal = Float64Array.from(rows, (row, i) => row[i]!);
  rows.forEach((row, i) => row.fill(0).fill(1, i, i + 1));
  // Q = H₀ H₁ …: the last reflection touches the fewest, so they are gathered backwards.
  for (let k = n - 2; k >= 0; k--) {
    const vector = reflections[k];
    if (vector) for (let i = k + 1; i < n; i++) mirror(rows[i]!, vector, k + 1);
  }
  return { diagonal, beside };
}

/**
 * Zeroes column k below the subdiagonal by A ← H A H with H = 1 − 2 v vᵀ, on the part beyond k. Null
 * where there is nothing to zero.
 */
function reflect(
  rows: readonly Float64Array[],
  k: number,
): { vector: Float64Array; becomes: number } | null {
  const n = rows.length;
  const from = k + 1;
  const vector = new Float64Array(n);
  let below = 0;
  for (let i = from; i < n; i++) {
    vector[i] = rows[i]![k]!;
    if (i > from) below += vector[i]! ** 2;
  }
  if (below === 0) return null;
  const first = vector[from]!;
  const becomes = -Math.sign(first || 1) * Math.sqrt(first ** 2 + below);
  vector[from] = first - becomes;
  const length = Math.sqrt(vector[from] ** 2 + below);
  for (let i = from; i < n; i++) vector[i]! /= length;
  // H A H = A − 2 (v wᵀ + w vᵀ) with w = A v − (vᵀ A v) v.
  const w = new Float64Array(n);
  let along = 0;
  for (let i = from; i < n; i++) {
    const row = rows[i]!;
    let sum = 0;
    for (let j = from; j < n; j++) sum += row[j]! * vector[j]!;
    w[i] = sum;
    along += sum * vector[i]!;
  }
  for (let i = from; i < n; i++) w[i]! -= along * vector[i]!;
  for (let i = from; i < n; i++) {
    const row = rows[i]!;
    const [twiceV, twiceW] = [2 * vector[i]!, 2 * w[i]!];
    for (let j = from; j < n; j++) row[j]! -= twiceV * w[j]! + twiceW * vector[j]!;
  }
  return { vector, becomes };
}

function mirror(row: Float64Array, vector: Float64Array, from: number): void {
  let along = 0;
  for (let j = from; j < row.length; j++) along += row[j]! * vector[j]!;
  for (let j = from; j < row.length; j++) row[j]! -= 2 * along * vector[j]!;
}

/** Turns T into its eigenvalues, on the diagonal, by rotations that are applied to the basis vectors as well. */
function diagonalise(diagonal: Float64Array, beside: Float64Array, basis: Float64Array[]): void {
  const n = diagonal.length;
  for (let left = 0; left < n; left++) {
    for (let rotations = 0; rotations < MOST_ROTATIONS; rotations++) {
      const end = firstSplit(diagonal, beside, left);
      if (end === left) break;
      sweep(diagonal, beside, basis, left, end);
    }
  }
}

/** The first place from `left` on that nothing connects with the next. */
function firstSplit(diagonal: Float64Array, beside: Float64Array, left: number): number {
  for (let i = left; i < diagonal.length - 1; i++) {
    const around = Math.abs(diagonal[i]!) + Math.abs(diagonal[i + 1]!);
    if (Math.abs(beside[i]!) <= Number.EPSILON * around) return i;
  }
  return diagonal.length - 1;
}

/** One implicit QL step with Wilkinson's shift on the block [left, end]. */
function sweep(
  d: Float64Array,
  e: Float64Array,
  basis: readonly Float64Array[],
  left: number,
  end: number,
): void {
  const half = (d[left + 1]! - d[left]!) / (2 * e[left]!);
  const root = Math.hypot(half, 1);
  let g = d[end]! - d[left]! + e[left]! / (half + (half < 0 ? -root : root));
  let [s, c, p] = [1, 1, 0];
  for (let i = end - 1; i >= left; i--) {
    const f = s * e[i]!;
    const b = c * e[i]!;
    const r = Math.hypot(f, g);
    e[i + 1] = r;
    if (r === 0) {
      d[i + 1]! -= p;
      e[end] = 0;
      return;
    }
    s = f / r;
    c = g / r;
    const next = d[i + 1]! - p;
    const t = (d[i]! - next) * s + 2 * c * b;
    p = s * t;
    d[i + 1] = next + p;
    g = c * t - b;
    rotate(basis[i]!, basis[i + 1]!, c, s);
  }
  d[left]! -= p;
  e[left] = g;
  e[end] = 0;
}

function rotate(a: Float64Array, b: Float64Array, c: number, s: number): void {
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i]!, b[i]!];
    b[i] = s * x + c * y;
    a[i] = c * x - s * y;
  }
}
