import type { Corpus, Group, Role } from './model.ts';

/**
 * The corpus with a slot for every group, so that each keeps its mark for as long as it is there, whatever
 * becomes of the others. A group's slot is its own among the groups of its role: one without a slot, or with
 * one that another group has, takes the first free one, in the order of the corpus.
 *
 * @param settled - groups that have been there, by id; they, as they are, go before those that come in
 * @returns the very corpus where every group has a slot of its own
 */
export function withSlots(corpus: Corpus, settled: ReadonlyMap<string, Group> = new Map()): Corpus {
  const all = [...corpus.groups.values()];
  const taken: Readonly<Record<Role, Set<number>>> = { training: new Set(), evaluation: new Set() };
  const keeping = new Set<Group>();
  const claim = (group: Group): void => {
    const { role, slot } = group;
    if (slot === undefined || taken[role].has(slot)) return;
    taken[role].add(slot);
    keeping.add(group);
  };
  for (const group of all) if (settled.get(group.id) === group) claim(group);
  for (const group of all) if (!keeping.has(group)) claim(group);
  if (keeping.size === all.length) return corpus;
  const next: Record<Role, number> = { training: 0, evaluation: 0 };
  const seated = all.map((group) => {
    if (keeping.has(group)) return group;
    while (taken[group.role].has(next[group.role])) next[group.role]++;
    return { ...group, slot: next[group.role]++ };
  });
  return { ...corpus, groups: new Map(seated.map((group) => [group.id, group])) };
}
