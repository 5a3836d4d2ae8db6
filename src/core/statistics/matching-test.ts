import { randomLcg, rollup, shuffler, sum } from 'd3';
import { arrangementsOf } from './blocks.ts';
import { conclude } from './conclude.ts';
import { ROUNDING, type DifferenceTest } from './permutation-test.ts';
import type { Draws } from './permutation.ts';

/** In how many ways kinds can lie on units: n! / Π n_k!, Infinity beyond 1.8e308. */
export function matchingsOf(kinds: readonly number[]): number {
  let left = kinds.length;
  const counts = rollup(
    kinds,
    (units) => units.length,
    (kind) => kind,
  ).values();
  return arrangementsOf(
    Array.from(counts, (labelled) => {
      const block = { units: left, labelled };
      left -= labelled;
      return block;
    }),
  );
}

/**
 * Whether units have more in the column of their own kind than in the others, by permuting kinds
 * among units, one-sided. What a kind draws from all units and what a unit gives to all kinds is
 * taken out first; without differences in that, and with all kinds equally frequent, the effect is the mean of
 * (own column − mean of the others). See `conclude` for p and interval.
 *
 * @param table [units × kinds], finite
 * @param kinds own column of each unit; of at least two different ones
 */
export function testMatching(
  table: Float64Array,
  kinds: readonly number[],
  { replicates, seed }: Draws,
): DifferenceTest {
  const columns = table.length / kinds.length;
  const residuals = doublyCentred(table, columns);
  const unit = doublyCentred(
    table.map((_, i) => Number(kinds[Math.floor(i / columns)] === i % columns)),
    columns,
  );
  const matched = (cells: Float64Array, order: readonly number[]) =>
    order.reduce((total, kind, row) => total + cells[row * columns + kind]!, 0);
  const shuffle = shuffler(randomLcg(seed));
  const order = [...kinds];
  const sums = new Float64Array(replicates);
  const moved = new Float64Array(replicates);
  for (let b = 0; b < replicates; b++) {
    shuffle(order);
    sums[b] = matched(residuals, order);
    moved[b] = sum(order, (kind, row) => Number(kind !== kinds[row]));
  }
  const observed = matched(residuals, kinds);
  const slack = ROUNDING * sum(table, Math.abs);
  return {
    effect: observed / matched(unit, kinds),
    ...conclude(observed, { sums, moved, exact: false }, slack),
  };
}

/** Less the mean of each row and each column, plus that of all. */
function doublyCentred(table: Float64Array, columns: number): Float64Array {
  const rows = table.length / columns;
  const rowMeans = new Float64Array(rows);
  const columnMeans = new Float64Array(columns);
  table.forEach((value, i) => {
    rowMeans[Math.floor(i / columns)]! += value / columns;
    columnMeans[i % columns]! += value / rows;
  });
  const mean = sum(rowMeans) / rows;
  return table.map(
    (value, i) => value - rowMeans[Math.floor(i / columns)]! - columnMeans[i % columns]! + mean,
  );
}
