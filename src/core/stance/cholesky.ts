/**
 * Lower triangle L of a symmetric positive definite matrix A = L·Lᵀ, in place, [n × n] row-major; the
 * upper triangle is left as it is. Written out because the many right-hand sides of a relabelling
 * test need rows that lie in one piece: solving 1,000 of them takes ml-matrix some 30 times as long.
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

/** Solves L·Lᵀ·x = b for every row b of `rows` ([any × n]), in place. */
export function solveRows<A extends Float64Array>(lower: Float64Array, n: number, rows: A): A {
  for (let start = 0; start < rows.length; start += n) {
    for (let i = 0; i < n; i++) {
      let sum = rows[start + i]!;
      for (let k = 0; k < i; k++) sum -= lower[i * n + k]! * rows[start + k]!;
      rows[start + i] = sum / lower[i * n + i]!;
    }
    for (let i = n - 1; i >= 0; i--) {
      const value = rows[start + i]! / lower[i * n + i]!;
      rows[start + i] = value;
      for (let k = 0; k < i; k++) rows[start + k]! -= lower[i * n + k]! * value;
    }
  }
  return rows;
}
