import { Matrix as Dense } from 'ml-matrix';

/** Mean of the outer products of `rows` of equal length, at least one: their covariance around 0. */
export function covarianceOf(rows: readonly Float64Array[]): Dense {
  const stacked = new Dense(rows);
  return stacked.transpose().mmul(stacked).div(rows.length);
}
