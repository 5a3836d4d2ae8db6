import { mean } from 'd3';
import { MIN_ARRANGEMENTS } from '../limits.ts';
import type { Draws } from '../statistics/permutation.ts';
import { testDifference, type DifferenceTest } from '../statistics/permutation-test.ts';
import { layOut, type Design } from './design.ts';
import type { Member, Verdict } from './types.ts';

export interface ContrastSettings extends Draws {
  /** A contrast holds at a p of at most this, in (0, 1). */
  readonly alpha: number;
}

/** A document and its numbers, one a quantity; NaN where it has none. */
export interface Measured extends Member {
  readonly values: ArrayLike<number>;
}

/** What a contrast rests on. */
export interface Basis extends Pick<
  Design,
  'arrangements' | 'unblocked' | 'twinPairs' | 'setAside'
> {
  /** Documents compared on either side, those set aside not counted. */
  readonly more: number;
  readonly less: number;
  /** Documents left out because one of their numbers is missing. */
  readonly missing: number;
}

export interface ContrastResult extends DifferenceTest {
  readonly verdict: Verdict;
}

/** Contrasts of the same documents in one or several quantities, or why there are none. */
export type Contrasts =
  | (Basis & {
      readonly kind: 'measured';
      /** One a quantity. */
      readonly results: readonly ContrastResult[];
      /** Whether every arrangement was looked at. */
      readonly exact: boolean;
    })
  | (Basis & { readonly kind: 'refused'; readonly reason: 'too-few-arrangements' });

/**
 * Whether the documents of one group have more of each quantity than those of another, by a
 * permutation test of documents (docs/methods.md §5): scenarios stay fixed, so that a quantity of a
 * document is its mean over them. The same arrangements serve all quantities.
 *
 * @throws RangeError if a document is on both sides or twice on one
 */
export function contrastEach(
  more: readonly Measured[],
  less: readonly Measured[],
  settings: ContrastSettings,
): Contrasts {
  const quantities = [...more, ...less][0]?.values.length ?? 0;
  const complete = new Map([...more, ...less].filter(isComplete).map((each) => [each.id, each]));
  const present = (members: readonly Measured[]) => members.filter(({ id }) => complete.has(id));
  const design = layOut(present(more), present(less));
  const basis = basisOf(design, more, less, complete.size);
  if (design.arrangements < MIN_ARRANGEMENTS) {
    return { ...basis, kind: 'refused', reason: 'too-few-arrangements' };
  }
  const columns = Array.from({ length: quantities }, (_, quantity) =>
    Float64Array.from(design.units, (ids) =>
      mean(ids, (id) => complete.get(id)!.values[quantity])!,
    ),
  );
  const { tests, exact } = testDifference(columns, design.blocks, settings);
  const results = tests.map((test) => ({ ...test, verdict: verdictOf(test, settings.alpha) }));
  return { ...basis, kind: 'measured', results, exact };
}

/** Held at p ≤ α; did not hold if the whole interval is below 0; otherwise not decidable here. */
export function verdictOf({ p, interval }: DifferenceTest, alpha: number): Verdict {
  if (p <= alpha) return 'held';
  return interval[1] < 0 ? 'did-not-hold' : 'undecidable';
}

function isComplete({ values }: Measured): boolean {
  return Array.from(values).every(Number.isFinite);
}

function basisOf(
  { arrangements, unblocked, twinPairs, setAside, units }: Design,
  more: readonly Measured[],
  less: readonly Measured[],
  complete: number,
): Basis {
  const placed = new Set(units.flat());
  const count = (members: readonly Measured[]) => members.filter(({ id }) => placed.has(id)).length;
  return {
    arrangements,
    unblocked,
    twinPairs,
    setAside,
    more: count(more),
    less: count(less),
    missing: more.length + less.length - complete,
  };
}
