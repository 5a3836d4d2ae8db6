import { foldsOf } from './folds.ts';
import type { Features } from './features.ts';
import { scatterOf, type Scatter } from './scatter.ts';
import type { Pole } from './types.ts';

/** Poles of every topic's rows, as given or relabelled. */
export type Labelling = readonly Int8Array[];

/** Labelled examples, sorted into topics and these into folds. */
export interface Labelled {
  readonly dims: number;
  /** Dimensions of the space that the coordinates were taken from. */
  readonly size: number;
  /** Rows of each topic, [examples of the topic × dims]. */
  readonly rows: readonly Float64Array<ArrayBuffer>[];
  /** Poles of each topic's rows as given. */
  readonly poles: readonly Int8Array<ArrayBuffer>[];
  /** Topics of each fold. */
  readonly folds: readonly (readonly number[])[];
  /** Scatter of each fold. */
  readonly scatters: readonly Scatter[];
}

/**
 * @param features one row an example
 * @param size dimensions of the space that `features` are coordinates in
 * @param topics of each example, in [0, topicCount)
 */
export function labelled(
  { dims, rows }: Features,
  size: number,
  poles: readonly Pole[],
  topics: ArrayLike<number>,
  topicCount: number,
): Labelled {
  const members = Array.from({ length: topicCount }, () => [] as number[]);
  poles.forEach((_, i) => members[topics[i]!]!.push(i));
  const { count, ofTopic } = foldsOf(members.map(({ length }) => length));
  const blocks = members.map((indices) => gather(rows, dims, indices));
  const folds = Array.from({ length: count }, (_, fold) =>
    members.flatMap((__, topic) => (ofTopic[topic] === fold ? [topic] : [])),
  );
  return {
    dims,
    size,
    rows: blocks,
    poles: members.map((indices) => Int8Array.from(indices, (i) => poles[i]!)),
    folds,
    scatters: folds.map((own) => scatterOf(concat(own.map((topic) => blocks[topic]!)), dims)),
  };
}

function gather(rows: Float64Array, dims: number, indices: readonly number[]) {
  const out = new Float64Array(indices.length * dims);
  indices.forEach((index, i) => {
    out.set(rows.subarray(index * dims, (index + 1) * dims), i * dims);
  });
  return out;
}

function concat(blocks: readonly Float64Array[]): Float64Array {
  const out = new Float64Array(blocks.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const block of blocks) {
    out.set(block, offset);
    offset += block.length;
  }
  return out;
}
