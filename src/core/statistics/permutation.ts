import { randomLcg } from 'd3';
import type { Block } from './blocks.ts';
import { drawLabels, NIBBLE, type Segment } from './random-labels.ts';

/** How many arrangements are drawn, and the seed of the generator that draws them. */
export interface Draws {
  readonly replicates: number;
  readonly seed: number;
}

/**
 * Sums of several columns over the labelled units, in each of many random arrangements of the
 * labels within blocks: one array [replicates] a column, all from the same arrangements, which are
 * drawn once for all columns. Units are added up four at a time, from tables of what any of four come to.
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
  const tables = columns.map((column) => sumsOfFour(column, segments));
  const nibbles = new Uint8Array((tables[0]?.length ?? 0) / 16);
  const sums = columns.map(() => new Float64Array(replicates));
  for (let b = 0; b < replicates; b++) {
    for (const segment of segments) drawLabels(nibbles, segment, random);
    for (let c = 0; c < columns.length; c++) sums[c]![b] = labelledSum(tables[c]!, nibbles);
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
  let start = 0;
  for (const { units, labelled } of blocks) {
    const subsets = subsetsOf(units, labelled);
    const end = start + units;
    sums = sums.map((before, c) => {
      const column = columns[c]!.subarray(start, end);
      const within = subsets.map((subset) => subset.reduce((sum, unit) => sum + column[unit]!, 0));
      return Float64Array.from(Array.from(before).flatMap((sum) => within.map((w) => sum + w)));
    });
    start = end;
  }
  return sums;
}

function segmentsOf(blocks: readonly Block[]): Segment[] {
  let nibble = 0;
  return blocks.map(({ units, labelled }) => {
    const segment = { nibble, units, labelled };
    nibble += Math.ceil(units / NIBBLE);
    return segment;
  });
}

/** For every four units of a segment, what each of the 16 choices of them sums to: [nibbles × 16]. */
function sumsOfFour(column: Float64Array, segments: readonly Segment[]): Float64Array {
  const last = segments.at(-1);
  const table = new Float64Array(16 * (last ? last.nibble + Math.ceil(last.units / NIBBLE) : 0));
  let first = 0;
  for (const { nibble, units } of segments) {
    for (let unit = 0; unit < units; unit++) {
      const start = 16 * (nibble + Math.floor(unit / NIBBLE));
      const own = 1 << (unit % NIBBLE);
      for (let choice = 0; choice < own; choice++) {
        table[start + own + choice] = table[start + choice]! + column[first + unit]!;
      }
    }
    first += units;
  }
  return table;
}

function labelledSum(table: Float64Array, nibbles: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < nibbles.length; i++) sum += table[16 * i + nibbles[i]!]!;
  return sum;
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
