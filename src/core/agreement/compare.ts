import { mean } from 'd3';
import { jackknife, type Estimate } from '../statistics/jackknife.ts';
import { kendallLeftOut, type LeftOut } from '../statistics/rank-correlation.ts';
import type { Neighbours } from '../space/neighbours.ts';
import type { Sight, Standpoint } from './standpoint.ts';

/** How far two standpoints agree. */
export interface Agreement {
  readonly from: Standpoint;
  readonly to: Standpoint;
  /**
   * Mean over scenarios of Kendall's τ-b of the documents' relatedness, in [−1, 1], with its jackknife
   * interval over documents; null without a scenario whose documents differ on both sides.
   */
  readonly tau: Estimate | null;
  /** Each scenario's own τ, NaN where it is undefined, in the order of the table. */
  readonly byScenario: Float64Array<ArrayBuffer>;
  /** Mean number of a document's k nearest that the two have in common, in [0, k]; null if k is 0. */
  readonly shared: Estimate | null;
  readonly k: number;
  /** What `shared` would be if the lists were drawn at random: k²/(n − 1). */
  readonly chance: number;
}

/** Compares two sights of the same documents and scenarios, which stand in the same order. */
export function compareSights(a: Sight, b: Sight): Agreement {
  const byScenario = a.scores.scenarios.map((_, j) =>
    kendallLeftOut(columnOf(a, j), columnOf(b, j)),
  );
  const { k } = a.neighbours;
  const n = a.scores.documents.length;
  const common = commonNeighbours(a.neighbours, b.neighbours, n);
  return {
    from: { encoder: a.encoder, correction: a.correction },
    to: { encoder: b.encoder, correction: b.correction },
    tau: meanTau(byScenario, n),
    byScenario: Float64Array.from(byScenario, ({ tau }) => tau),
    shared: k === 0 ? null : meanOf(common, k),
    k,
    chance: n > 1 ? (k * k) / (n - 1) : 0,
  };
}

function columnOf({ scores }: Sight, scenario: number): Float64Array<ArrayBuffer> {
  const { documents, scenarios, relatedness } = scores;
  const column = new Float64Array(documents.length);
  for (let i = 0; i < column.length; i++) {
    column[i] = relatedness[i * scenarios.length + scenario]!;
  }
  return column;
}

/** Each document is left out of all scenarios at once, since these share it. */
function meanTau(all: readonly LeftOut[], documents: number): Estimate | null {
  const defined = all.filter(({ tau }) => !Number.isNaN(tau));
  if (defined.length === 0) return null;
  const without = Float64Array.from(
    { length: documents },
    (_, i) => mean(defined, (each) => each.without[i]!) ?? NaN,
  );
  return jackknife(
    mean(defined, ({ tau }) => tau)!,
    without,
    [-1, 1],
  );
}

function meanOf(counts: readonly number[], k: number): Estimate {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const n = counts.length;
  return jackknife(
    total / n,
    counts.map((count) => (total - count) / (n - 1)),
    [0, k],
  );
}

function commonNeighbours(a: Neighbours, b: Neighbours, n: number): number[] {
  return Array.from({ length: n }, (_, i) => {
    const own = new Set(listOf(a, i));
    return listOf(b, i).filter((index) => own.has(index)).length;
  });
}

function listOf({ indices, k }: Neighbours, row: number): number[] {
  return [...indices.subarray(row * k, (row + 1) * k)];
}
