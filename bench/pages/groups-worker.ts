import { randomLcg, randomNormal, shuffler } from 'd3';
import { testDifference } from '../../src/core/statistics/permutation-test.ts';

export interface GroupsQuestion {
  readonly documents: number;
  readonly relabellings: number;
  /** Quantities tested at once beside the single one. */
  readonly quantities: number;
}

/** Milliseconds for the same relabellings. */
export interface MeasuredGroups {
  /** p, interval and all, of one difference of means. */
  readonly one: number;
  /** The same of several quantities. */
  readonly several: number;
  /** Shuffled labels and two means, of one quantity. */
  readonly plain: number;
}

function measure({ documents, relabellings, quantities }: GroupsQuestion): MeasuredGroups {
  const normal = randomNormal.source(randomLcg(1))();
  const columns = Array.from({ length: quantities }, () =>
    Float64Array.from({ length: documents }, () => normal()),
  );
  const blocks = [{ units: documents, labelled: documents / 2 }];
  const draws = { replicates: relabellings, seed: 7 };
  return {
    one: milliseconds(() => testDifference(columns.slice(0, 1), blocks, draws)),
    several: milliseconds(() => testDifference(columns, blocks, draws)),
    plain: milliseconds(() => plainDifferences(columns[0]!, relabellings)),
  };
}

/** Shuffles all labels, then adds up both sides. */
function plainDifferences(values: Float64Array, relabellings: number): Float64Array {
  const shuffle = shuffler(randomLcg(7));
  const labels = Uint8Array.from(values, (_, i) => Number(i < values.length / 2));
  return new Float64Array(relabellings).map(() => {
    shuffle(labels);
    const sums = [0, 0];
    values.forEach((value, i) => (sums[labels[i]!]! += value));
    return (sums[1]! - sums[0]!) / (values.length / 2);
  });
}

function milliseconds(action: () => unknown): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}

self.onmessage = ({ data }: MessageEvent<GroupsQuestion>) => self.postMessage(measure(data));
