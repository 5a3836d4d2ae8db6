import { randomLcg } from 'd3';
import type { Block } from './blocks.ts';

/** How many arrangements are drawn, and the seed of the generator that draws them. */
export interface Draws {
  readonly replicates: number;
  readonly seed: number;
}

/**
 * Sums of several columns over the labelled units, in each of many random arrangements of the
 * labels within blocks: one array [replicates] a column, all from the same arrangements.
 *
 * Only the smaller side of a block is drawn, by a Fisher–Yates shuffle that stops there and goes on
 * from where the last one left the units, whose order it makes no use of. The shuffle is made once
 * for all columns.
 *
 * @param columns each [units of all blocks], in the order of the blocks
 */
export function relabelledSums(
  columns: readonly Float64Array[],
  blocks: readonly Block[],
  { replicates, seed }: Draws,
): Float64Array<ArrayBuffer>[] {
  const random = randomLcg(seed);
  const segments = segmentsOf(blocks);
  const order = numbersBelow(segments.at(-1)?.end ?? 0);
  const sums = columns.map(() => new Float64Array(replicates));
  for (let b = 0; b < replicates; b++) {
    for (const { start, end, drawn } of segments) {
      for (let i = start; i < start + drawn; i++) {
        const j = i + Math.floor(random() * (end - i));
        const unit = order[j]!;
        order[j] = order[i]!;
        order[i] = unit;
      }
    }
    for (let c = 0; c < columns.length; c++) {
      sums[c]![b] = labelledSum(columns[c]!, order, segments);
    }
  }
  return sums;
}

/**
 * The same sums in every arrangement there is, the given one first: [arrangements] a column. Their
 * number is `arrangementsOf(blocks)`; ask it first.
 */
export function enumeratedSums(
  columns: readonly Float64Array[],
  blocks: readonly Block[],
): Float64Array<ArrayBuffer>[] {
  let sums = columns.map(() => new Float64Array(1));
  for (const { start, end, labelled } of segmentsOf(blocks)) {
    const subsets = subsetsOf(end - start, labelled);
    sums = sums.map((before, c) => {
      const column = columns[c]!.subarray(start, end);
      const within = subsets.map((subset) => subset.reduce((sum, unit) => sum + column[unit]!, 0));
      return Float64Array.from(Array.from(before).flatMap((sum) => within.map((w) => sum + w)));
    });
  }
  return sums;
}

interface Segment {
  readonly start: number;
  readonly end: number;
  readonly labelled: number;
  /** Units of the smaller side, which a shuffle brings to the front. */
  readonly drawn: number;
  /** Where the labelled ones stand after a shuffle. */
  readonly from: number;
  readonly to: number;
}

function segmentsOf(blocks: readonly Block[]): Segment[] {
  let start = 0;
  return blocks.map(({ units, labelled }) => {
    const end = start + units;
    const drawn = Math.min(labelled, units - labelled);
    const [from, to] = drawn === labelled ? [start, start + drawn] : [start + drawn, end];
    const segment = { start, end, labelled, drawn, from, to };
    start = end;
    return segment;
  });
}

/** In 16 bits where these suffice: the order of 10,000 units then stays in the fastest cache. */
function numbersBelow(count: number): Uint16Array | Uint32Array {
  const numbers = count > 2 ** 16 ? new Uint32Array(count) : new Uint16Array(count);
  return numbers.map((_, i) => i);
}

/** Four sums at a time, since additions that wait for each other take most of it. */
function labelledSum(
  column: Float64Array,
  order: Uint16Array | Uint32Array,
  segments: readonly Segment[],
): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  for (const { from, to } of segments) {
    let i = from;
    for (; i + 3 < to; i += 4) {
      s0 += column[order[i]!]!;
      s1 += column[order[i + 1]!]!;
      s2 += column[order[i + 2]!]!;
      s3 += column[order[i + 3]!]!;
    }
    for (; i < to; i++) s0 += column[order[i]!]!;
  }
  return s0 + s1 + (s2 + s3);
}

/** All subsets of `size` of the numbers below `count`, in lexicographic order. */
function subsetsOf(count: number, size: number): number[][] {
  const found: number[][] = [];
  const extend = (subset: readonly number[], next: number): void => {
    if (subset.length === size) return void found.push([...subset]);
    for (let unit = next; unit <= count - size + subset.length; unit++) {
      extend([...subset, unit], unit + 1);
    }
  };
  extend([], 0);
  return found;
}
