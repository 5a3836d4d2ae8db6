import { randomNormal } from 'd3';
import { contrastEach, type Measured } from '../../src/core/groups/contrast.ts';
import { ALPHA } from '../../src/core/limits.ts';
import { rowMeans } from '../../src/core/groups/table.ts';
import type { Table } from '../../src/core/groups/types.ts';
import { DRAWS, type NullTest } from './calibration.ts';

const SCENARIOS = 6;

/** Two groups, and each document's numbers against every scenario. */
export interface DrawnGroups {
  readonly more: readonly Measured[];
  readonly less: readonly Measured[];
  /** [documents × scenarios], those of `more` first. */
  readonly table: Table;
}

/** Topic and pair of a document; twins have the same pair. */
type Plan = readonly (readonly [topic: string | null, pair: string | null])[];

/** Designs as they occur. */
const DESIGNS = {
  free: [times(12, () => [null, null]), times(12, () => [null, null])],
  topics: [times(12, (i) => [`t${i % 6}`, null]), times(12, (i) => [`t${i % 6}`, null])],
  twins: [times(10, (i) => [`t${i % 5}`, `p${i}`]), times(10, (i) => [`t${i % 5}`, `p${i}`])],
  mixed: [
    times(15, (i) => [`t${i % 4}`, i < 4 ? `p${i}` : i < 8 ? `q${i % 2}` : null]),
    times(9, (i) => [`t${i % 5}`, i < 4 ? `p${i}` : null]),
  ],
} as const satisfies Record<string, readonly [more: Plan, less: Plan]>;

export type DesignName = keyof typeof DESIGNS;

export const DESIGN_NAMES = Object.keys(DESIGNS) as DesignName[];

/**
 * Numbers of documents without a difference between the groups, but with all that makes them alike:
 * a scenario's level, a topic's, a pair of twins', and the document's own level over all scenarios,
 * which is most of the variance.
 *
 * @param random uniform in [0, 1)
 */
export function drawNull(design: DesignName, random: () => number): DrawnGroups {
  const normal = randomNormal.source(random)();
  const [more, less]: readonly [Plan, Plan] = DESIGNS[design];
  const levels = new Map<string, number>();
  const level = (name: string | null): number => {
    if (name === null) return 0;
    if (!levels.has(name)) levels.set(name, normal());
    return levels.get(name)!;
  };
  const scenarios = times(SCENARIOS, () => normal());
  const data = [...more, ...less].flatMap(([topic, pair]) => {
    const own = level(topic) + level(pair) + normal();
    return scenarios.map((scenario) => own + scenario + 0.5 * normal());
  });
  const table = {
    rows: more.length + less.length,
    columns: SCENARIOS,
    data: Float64Array.from(data),
  };
  const values = rowMeans(table);
  const measured = (plan: Plan, side: string, first: number): Measured[] =>
    plan.map(([topic, pair], i) => ({
      id: `${side}${i}`,
      topic,
      twin: twinOf([more, less], pair, `${side}${i}`),
      values: [values[first + i]!],
    }));
  return { more: measured(more, 'm', 0), less: measured(less, 'l', more.length), table };
}

/** The contrast of two groups, documents averaged over scenarios (docs/methods.md §5). */
export function contrastOnNoise(design: DesignName): NullTest {
  return {
    name: `contrast of two groups, ${design}`,
    run: (random, seed) => {
      const { more, less } = drawNull(design, random);
      const found = contrastEach(more, less, { replicates: DRAWS, seed, alpha: ALPHA });
      if (found.kind === 'refused') throw new Error(`the design ${design} was refused`);
      const { p, ties } = found.results[0]!;
      return { p, randomised: p - random() * ties };
    },
  };
}

/** The other document of a pair. */
function twinOf(plans: readonly Plan[], pair: string | null, id: string): string | null {
  if (pair === null) return null;
  const members = plans.flatMap((plan, side) =>
    plan.flatMap(([, other], i) => (other === pair ? [`${'ml'[side]!}${i}`] : [])),
  );
  return members.find((member) => member !== id) ?? null;
}

function times<T>(count: number, of: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => of(index));
}
