import type { Changes } from './changes.ts';
import { documentId } from './identity.ts';
import { byId, dropEmptyGroups, insertMissing, recoverGroups, resident } from './membership.ts';
import { isHue, type Corpus, type Document, type Group } from './model.ts';

/** Appends documents that are not there yet, and the groups that they need. */
export function addDocuments(
  corpus: Corpus,
  documents: readonly Document[],
  groups: readonly Group[],
): Corpus {
  const homes = new Map(groups.map((group) => [group.id, resident(corpus, group)]));
  const placed = documents.map((document) => {
    const group = homes.get(document.group)?.id ?? document.group;
    return group === document.group ? document : { ...document, group };
  });
  const all = byId([...corpus.documents.values(), ...placed]);
  if (all.size === corpus.documents.size) return corpus;
  const known = new Map(corpus.groups);
  for (const group of homes.values()) if (!known.has(group.id)) known.set(group.id, group);
  const grown = recoverGroups({ documents: all, groups: known });
  return withoutNewlyEmpty(corpus, grown);
}

/** Removes the documents that `gone` names, and groups that lose their last one. */
export function removeDocuments(corpus: Corpus, gone: (document: Document) => boolean): Corpus {
  const documents = new Map([...corpus.documents].filter(([, document]) => !gone(document)));
  if (documents.size === corpus.documents.size) return corpus;
  return dropEmptyGroups({ ...corpus, documents });
}

/** Gives a group another name; a blank one changes nothing. */
export function renameGroup(corpus: Corpus, id: string, name: string): Corpus {
  const group = corpus.groups.get(id);
  const trimmed = name.trim();
  if (!group || trimmed === '' || trimmed === group.name) return corpus;
  return { ...corpus, groups: new Map(corpus.groups).set(id, { ...group, name: trimmed }) };
}

/** Gives a group a hue; one that is none changes nothing. */
export function recolourGroup(corpus: Corpus, id: string, hue: number): Corpus {
  const group = corpus.groups.get(id);
  if (!group || group.hue === hue || !isHue(hue)) return corpus;
  return { ...corpus, groups: new Map(corpus.groups).set(id, { ...group, hue }) };
}

/**
 * Moves documents to a group, which is made if it is missing. Where it has another role, they get
 * that role and with it a new identity, as the reader's own; one whose text is already there in that
 * role merges with it.
 */
export function moveDocuments(corpus: Corpus, ids: readonly string[], target: Group): Corpus {
  const moving = new Set(ids);
  const group = resident(corpus, target);
  const moves = (document: Document): boolean =>
    moving.has(document.id) && document.group !== group.id;
  const all = [...corpus.documents.values()];
  if (!all.some(moves)) return corpus;
  const documents = all.flatMap((document) => {
    if (!moves(document)) return [document];
    if (document.role === group.role) return [{ ...document, group: group.id }];
    const id = documentId(group.role, document.text);
    if (corpus.documents.has(id)) return [];
    return [{ ...document, id, role: group.role, group: group.id, origin: 'own' as const }];
  });
  const groups = new Map(corpus.groups).set(group.id, group);
  return dropEmptyGroups({ documents: byId(documents), groups });
}

/** Puts missing demo documents and their groups back to where the demo has them. */
export function restoreDemo(
  corpus: Corpus,
  demo: readonly Document[],
  demoGroups: readonly Group[],
): Corpus {
  const documents = insertMissing(corpus.documents, demo);
  if (documents.size === corpus.documents.size) return corpus;
  const groups = insertMissing(corpus.groups, demoGroups);
  return withoutNewlyEmpty(corpus, recoverGroups({ documents, groups }));
}

/** A corpus of these documents in these groups, and of nothing else. */
export function replaceAll(documents: readonly Document[], groups: readonly Group[]): Corpus {
  const known = new Map(groups.map((group) => [group.id, group]));
  return dropEmptyGroups(recoverGroups({ documents: byId(documents), groups: known }));
}

/** Takes in records that another tab has saved. */
export function mergeChanges(
  corpus: Corpus,
  changes: Pick<Changes, 'documents' | 'groups'>,
): Corpus {
  const documents = new Map(corpus.documents);
  for (const id of changes.documents.delete) documents.delete(id);
  for (const document of changes.documents.put) documents.set(document.id, document);
  const groups = new Map(corpus.groups);
  for (const group of changes.groups.put) groups.set(group.id, group);
  return dropEmptyGroups(recoverGroups({ documents, groups }));
}

function withoutNewlyEmpty(before: Corpus, after: Corpus): Corpus {
  const used = new Set([...after.documents.values()].map(({ group }) => group));
  const kept = [...after.groups].filter(([id]) => used.has(id) || before.groups.has(id));
  return kept.length === after.groups.size ? after : { ...after, groups: new Map(kept) };
}
