import type { Corpus, Document, Group } from './model.ts';

/** The corpus without groups that hold no document. */
export function dropEmptyGroups(corpus: Corpus): Corpus {
  const used = new Set([...corpus.documents.values()].map(({ group }) => group));
  if ([...corpus.groups.keys()].every((id) => used.has(id))) return corpus;
  return { ...corpus, groups: new Map([...corpus.groups].filter(([id]) => used.has(id))) };
}

/**
 * The corpus with a group for every document. A group can be missing where storage was damaged or
 * another tab removed it; the document must not be lost for that.
 *
 * @param known - groups to take back; one that is not among them is named by its id
 */
export function recoverGroups(corpus: Corpus, known: readonly Group[] = []): Corpus {
  const lost = new Map<string, Group>();
  for (const { group, role } of corpus.documents.values()) {
    if (corpus.groups.has(group) || lost.has(group)) continue;
    lost.set(group, known.find(({ id }) => id === group) ?? { id: group, role, name: group });
  }
  return lost.size === 0 ? corpus : { ...corpus, groups: new Map([...corpus.groups, ...lost]) };
}

/** The group that documents coming in under `group` join: the same one, or one of the same name. */
export function resident(corpus: Corpus, group: Group): Group {
  const same = corpus.groups.get(group.id);
  if (same) return same;
  const namesake = [...corpus.groups.values()].find(
    ({ role, name }) => role === group.role && name === group.name,
  );
  return namesake ?? group;
}

/** Documents by id. The first of equal ids stays. */
export function byId(documents: Iterable<Document>): Map<string, Document> {
  const map = new Map<string, Document>();
  for (const document of documents) if (!map.has(document.id)) map.set(document.id, document);
  return map;
}

/**
 * The map with what it lacks of `wanted`, each after the one that it follows there, the first ones
 * at the front. What is there stays as it is, in its order.
 */
export function insertMissing<T extends { readonly id: string }>(
  map: ReadonlyMap<string, T>,
  wanted: readonly T[],
): Map<string, T> {
  const first: T[] = [];
  const followers = new Map<string, T[]>();
  let run = first;
  for (const item of wanted) {
    if (map.has(item.id)) followers.set(item.id, (run = []));
    else run.push(item);
  }
  const rest = [...map.values()].flatMap((item) => [item, ...(followers.get(item.id) ?? [])]);
  return new Map([...first, ...rest].map((item) => [item.id, item]));
}
