import type { NullDistribution, NullKey, Ranking, Relation } from '../../core/relate/types.ts';

/** The relation of a pair, if the ranking holds it. */
export function relationOf(
  ranking: Ranking | null,
  document: string,
  scenario: string,
): Relation | null {
  const found = ranking?.relations.find(
    (relation) => relation.document === document && relation.scenario === scenario,
  );
  return found ?? null;
}

/** Finds the null that a relation is measured against; null without a reference. */
export function nullFinder({ nulls }: Ranking): (relation: NullKey) => NullDistribution | null {
  const byKey = new Map(nulls.map((entry) => [keyOf(entry), entry.distribution]));
  return (relation) => byKey.get(keyOf(relation)) ?? null;
}

function keyOf({ scenario, windowSize }: NullKey): string {
  return `${windowSize} ${scenario}`;
}
