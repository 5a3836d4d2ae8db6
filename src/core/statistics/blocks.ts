import { sum } from 'd3';

/**
 * Units that may be exchanged for one another: so many in all, of which the first `labelled` carry
 * the label. Units of different blocks are never exchanged. A list of blocks stands for columns of
 * numbers in which the blocks follow each other.
 */
export interface Block {
  readonly units: number;
  /** In [0, units]. */
  readonly labelled: number;
}

/** In how many ways the labels can lie: Π C(units, labelled), Infinity beyond 1.8e308. */
export function arrangementsOf(blocks: readonly Block[]): number {
  return blocks.reduce((product, { units, labelled }) => product * choose(units, labelled), 1);
}

/**
 * Σ n₁n₀ / (n₁ + n₀) over blocks of n₁ labelled and n₀ other units: what a difference of means
 * within blocks divides the labelled sum by (see `testDifference`).
 */
export function contrastWeight(blocks: readonly Block[]): number {
  return sum(blocks, ({ units, labelled }) =>
    units === 0 ? 0 : (labelled * (units - labelled)) / units,
  );
}

/** `column` less the mean of each block, a copy. */
export function centred(column: Float64Array, blocks: readonly Block[]): Float64Array<ArrayBuffer> {
  const result = Float64Array.from(column);
  let start = 0;
  for (const { units } of blocks) {
    const view = result.subarray(start, start + units);
    const mean = sum(view) / units;
    for (let i = 0; i < units; i++) view[i]! -= mean;
    start += units;
  }
  return result;
}

function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= Math.min(k, n - k) && ways < Infinity; i++) {
    const more = (ways * (n - i + 1)) / i;
    // Whole as long as a float64 can say so.
    ways = more < Number.MAX_SAFE_INTEGER ? Math.round(more) : more;
  }
  return ways;
}
