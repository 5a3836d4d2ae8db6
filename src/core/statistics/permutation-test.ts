import { sum } from 'd3';
import { arrangementsOf, centred, contrastWeight, type Block } from './blocks.ts';
import { enumeratedSums, relabelledSums, type Draws } from './permutation.ts';

/** A difference of means and what relabelling says of it. */
export interface DifferenceTest {
  /** Labelled less other, averaged over blocks with weights n₁n₀ / (n₁ + n₀). */
  readonly effect: number;
  /** 95 % by inverting the test; −Infinity and Infinity where there are too few arrangements. */
  readonly interval: readonly [number, number];
  /** One-sided: share of arrangements with at least this effect, in (0, 1]. */
  readonly p: number;
  /** Share with exactly this effect, in (0, p]: p − u · ties with u uniform in [0, 1] is uniform. */
  readonly ties: number;
}

/** Tests of one or several columns by the same arrangements. */
export interface DifferenceTests {
  readonly tests: readonly DifferenceTest[];
  /** Whether every arrangement was looked at. */
  readonly exact: boolean;
}

/** Rounding of a sum of n numbers is below n · 2⁻⁵³ of their absolute sum, 1e-12 of it up to n = 9,000. */
const ROUNDING = 1e-12;
/** An end of the interval leaves one arrangement in so many beyond it. */
const ONE_IN = 40;

/**
 * Permutation test of a difference of means within blocks (Fisher 1935; Pitman 1937), one-sided, for
 * each column. Arrangements are enumerated where there are no more than draws would look at, and
 * p is then their share; otherwise p = (1 + #{T* ≥ T}) / (1 + B) (docs/methods.md §5).
 *
 * The interval is all differences δ that the test, two-sided at .05, does not reject when δ is taken
 * off the labelled units. With S the labelled sum of an arrangement, m of whose labels have moved, it
 * rejects δ or not according to whether (S_observed − S) / m is below δ, so that order
 * statistics of these are the ends (Garthwaite 1996, Biometrics 52, for one block).
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
  const [kept, ...sums] = exact
    ? enumeratedSums(data, blocks)
    : relabelledSums(data, blocks, draws);
  const labelled = sum(blocks, (block) => block.labelled);
  const moved = kept!.map((count) => labelled - count);
  const tests = sums.map((column, c): DifferenceTest => {
    const observed = labelledSum(data[c + 1]!, blocks);
    const slack = ROUNDING * sum(columns[c]!, Math.abs);
    // The arrangement found is one of those drawn at random, and one of those enumerated anyway.
    const given = exact ? 0 : 1;
    const total = column.length + given;
    const reached = given + sum(column, (s) => Number(s >= observed - slack));
    const equal = given + sum(column, (s) => Number(Math.abs(s - observed) <= slack));
    return {
      effect: observed / contrastWeight(blocks),
      interval: invert(observed, column, moved, total),
      p: reached / total,
      ties: equal / total,
    };
  });
  return { tests, exact };
}

/** Between which δ more than 2.5 % of the arrangements lie on either side. */
function invert(
  observed: number,
  sums: Float64Array,
  moved: Float64Array,
  total: number,
): [number, number] {
  const differences = sums
    .map((s, b) => (observed - s) / moved[b]!)
    .filter((_, b) => moved[b]! > 0);
  differences.sort();
  const unmoved = total - differences.length;
  const skipped = Math.floor(total / ONE_IN) - unmoved;
  if (skipped < 0) return [-Infinity, Infinity];
  return [differences[skipped]!, differences[differences.length - 1 - skipped]!];
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
