import { sum } from 'd3';
import { arrangementsOf, centred, contrastWeight, type Block } from './blocks.ts';
import { conclude, type Conclusion } from './conclude.ts';
import { enumeratedSums, relabelledSums, type Draws } from './permutation.ts';

/** A difference of means and what relabelling says of it. */
export interface DifferenceTest extends Conclusion {
  /** Labelled less other, averaged over blocks with weights n₁n₀ / (n₁ + n₀). */
  readonly effect: number;
}

/** Tests of one or several columns by the same arrangements. */
export interface DifferenceTests {
  readonly tests: readonly DifferenceTest[];
  /** Whether every arrangement was looked at. */
  readonly exact: boolean;
}

/** Rounding of a sum of n numbers is below n · 2⁻⁵³ of their absolute sum: this, up to n = 9,000. */
export const ROUNDING = 1e-12;

/**
 * Permutation test of a difference of means within blocks (Fisher 1935; Pitman 1937), one-sided, for
 * each column. Of numbers centred within blocks the sum over labelled units, divided by
 * Σ n₁n₀ / (n₁ + n₀), is that difference. Arrangements are enumerated where they are no more
 * than draws would look at. See `conclude` for p and interval.
 *
 * @param columns each [units of all blocks], in the order of the blocks, finite
 * @param blocks at least one with both labelled and other units
 */
export function testDifference(
  columns: readonly Float64Array[],
  blocks: readonly Block[],
  draws: Draws,
): DifferenceTests {
  const exact = arrangementsOf(blocks) <= draws.replicates + 1;
  const data = [labels(blocks), ...columns.map((column) => centred(column, blocks))];
  const [kept, ...relabelled] = exact
    ? enumeratedSums(data, blocks)
    : relabelledSums(data, blocks, draws);
  const labelled = sum(blocks, (block) => block.labelled);
  const moved = kept!.map((count) => labelled - count);
  const tests = relabelled.map((sums, c) => {
    const observed = labelledSum(data[c + 1]!, blocks);
    const slack = ROUNDING * sum(columns[c]!, Math.abs);
    return {
      effect: observed / contrastWeight(blocks),
      ...conclude(observed, { sums, moved, exact }, slack),
    };
  });
  return { tests, exact };
}

/** 1 for the labelled units, 0 for the others. */
function labels(blocks: readonly Block[]): Float64Array<ArrayBuffer> {
  return Float64Array.from(
    blocks.flatMap(({ units, labelled }) =>
      Array.from({ length: units }, (_, i) => Number(i < labelled)),
    ),
  );
}

function labelledSum(column: Float64Array, blocks: readonly Block[]): number {
  let [start, total] = [0, 0];
  for (const { units, labelled } of blocks) {
    total += column.subarray(start, start + labelled).reduce((a, b) => a + b, 0);
    start += units;
  }
  return total;
}
