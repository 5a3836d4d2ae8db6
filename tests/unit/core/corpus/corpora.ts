import { documentId, groupId } from '../../../../src/core/corpus/identity.ts';
import type { Corpus, Document, Group, Role } from '../../../../src/core/corpus/model.ts';
import { withSlots } from '../../../../src/core/corpus/slots.ts';

export function aGroup(name: string, role: Role = 'training'): Group {
  return { id: groupId(role, name), role, name };
}

export function aDocument(
  text: string,
  group: Group,
  origin: Document['origin'] = 'own',
): Document {
  return {
    id: documentId(group.role, text),
    role: group.role,
    group: group.id,
    title: text,
    text,
    passages: [{ start: 0, end: text.length }],
    meta: new Map(),
    origin,
  };
}

/** A corpus as the page has it, each group with its slot. */
export function aCorpus(documents: readonly Document[], groups: readonly Group[]): Corpus {
  return withSlots({
    documents: new Map(documents.map((document) => [document.id, document])),
    groups: new Map(groups.map((group) => [group.id, group])),
  });
}

/** The corpus as lists: unlike maps, they are equal only in the same order. */
export function inOrder({ documents, groups }: Corpus): unknown {
  return { documents: [...documents], groups: [...groups] };
}

/** Titles and group names, in order. */
export function outline({ documents, groups }: Corpus): string {
  const titles = [...documents.values()].map(({ title, group }) => {
    return `${title}@${groups.get(group)?.name ?? '?'}`;
  });
  return `${titles.join(' ')} | ${[...groups.values()].map(({ name }) => name).join(' ')}`;
}
