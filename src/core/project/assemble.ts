import { byId, dropEmptyGroups, recoverGroups } from '../corpus/membership.ts';
import type { Corpus, Document } from '../corpus/model.ts';
import { withSlots } from '../corpus/slots.ts';
import type { RevivedProject } from './revive.ts';

/**
 * The corpus that a reader left: the demo as shipped now, without what they removed and with what
 * they moved or renamed, then their own documents. Stored demo documents that the demo no longer
 * has are dropped; every document has a group. What was stored keeps its slots.
 */
export function assemble(demo: Corpus, stored: RevivedProject): Corpus {
  const absent = new Set(stored.absentDemo);
  const saved = byId(stored.documents);
  const shipped = [...demo.documents.values()]
    .filter(({ id }) => !absent.has(id))
    .map((document) => inSavedGroup(document, saved.get(document.id)));
  const own = [...saved.values()].filter(({ origin }) => origin === 'own');
  const groups = new Map(demo.groups);
  for (const group of stored.groups) groups.set(group.id, group);
  const whole = recoverGroups({ documents: byId([...shipped, ...own]), groups });
  return withSlots(
    dropEmptyGroups(whole),
    new Map(stored.groups.map((group) => [group.id, group])),
  );
}

/** A document of the demo is as shipped, save for the group that the reader moved it to. */
function inSavedGroup(document: Document, saved: Document | undefined): Document {
  return saved && saved.group !== document.group ? { ...document, group: saved.group } : document;
}
