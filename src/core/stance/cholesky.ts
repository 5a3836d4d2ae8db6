/**
 * Lower triangle L of a symmetric positive definite matrix A = L·Lᵀ, in place, [n × n] row-major; the
 * upper triangle is left as it is. Written out because the many right-hand sides of a relabelling
 * test are to be solved several at a time, which ml-matrix does not do.
 *
 * @throws RangeError if A is not positive definite
 */
export function choleskyInPlace<A extends Float64Array>(a: A, n: number): A {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= a[i * n + k]! * a[j * n + k]!;
      if (i > j) a[i * n + j] = sum / a[j * n + j]!;
      else if (sum > 0) a[i * n + i] = Math.sqrt(sum);
      else throw new RangeError('the matrix is not positive definite');
    }
  }
  return a;
}

/** Right-hand sides solved at once: four sums in registers for every number of L that is read. */
const TILE = 4;

/**
 * Solves L·Lᵀ·x = b for every row b of `rows` ([any × n]), in place. Each row's result is the same
 * whatever others are solved beside it.
 */
export function solveRows<A extends Float64Array>(lower: Float64Array, n: number, rows: A): A {
  const tile = new Float64Array(n * TILE);
  const count = rows.length / n;
  for (let first = 0; first < count; first += TILE) {
    const width = Math.min(TILE, count - first);
    for (let c = 0; c < width; c++) {
      for (let i = 0; i < n; i++) tile[i * TILE + c] = rows[(first + c) * n + i]!;
    }
    solveTile(lower, n, tile);
    for (let c = 0; c < width; c++) {
      for (let i = 0; i < n; i++) rows[(first + c) * n + i] = tile[i * TILE + c]!;
    }
  }
  return rows;
}

/** The same for four right-hand sides as columns, [n × 4]. */
function solveTile(lower: Float64Array, n: number, x: Float64Array): void {
  for (let i = 0; i < n; i++) {
    const at = i * TILE;
    let [s0, s1, s2, s3] = [x[at]!, x[at + 1]!, x[at + 2]!, x[at + 3]!];
    for (let k = 0; k < i; k++) {
      const value = lower[i * n + k]!;
      s0 -= value * x[k * TILE]!;
      s1 -= value * x[k * TILE + 1]!;
      s2 -= value * x[k * TILE + 2]!;
      s3 -= value * x[k * TILE + 3]!;
    }
    scale(x, at, s0, s1, s2, s3, lower[i * n + i]!);
  }
  for (let i = n - 1; i >= 0; i--) {
    const at = i * TILE;
    scale(x, at, x[at]!, x[at + 1]!, x[at + 2]!, x[at + 3]!, lower[i * n + i]!);
    const [v0, v1, v2, v3] = [x[at]!, x[at + 1]!, x[at + 2]!, x[at + 3]!];
    for (let k = 0; k < i; k++) {
      const value = lower[i * n + k]!;
      x[k * TILE]! -= value * v0;
      x[k * TILE + 1]! -= value * v1;
      x[k * TILE + 2]! -= value * v2;
      x[k * TILE + 3]! -= value * v3;
    }
  }
}

function scale(
  x: Float64Array,
  at: number,
  s0: number,
  s1: number,
  s2: number,
  s3: number,
  by: number,
): void {
  x[at] = s0 / by;
  x[at + 1] = s1 / by;
  x[at + 2] = s2 / by;
  x[at + 3] = s3 / by;
}
