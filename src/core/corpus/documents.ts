import { chunk } from './chunk.ts';
import { documentId, groupId } from './identity.ts';
import type { Document, Group, Role } from './model.ts';
import type { Draft } from './parse/draft.ts';

/** Where the reader puts a draft. */
export interface Placement {
  readonly role: Role;
  /** Name of the group. */
  readonly group: string;
}

/** A draft in its place: with an identity, cut into passages, the reader's own. */
export function toDocument(draft: Draft, { role, group }: Placement): Document {
  const { title, text, meta } = draft;
  return {
    id: documentId(role, text),
    role,
    group: groupId(role, group),
    title,
    text,
    passages: chunk(text),
    meta,
    origin: 'own',
  };
}

/** The group that `toDocument` puts a draft in. */
export function toGroup({ role, group }: Placement): Group {
  return { id: groupId(role, group), role, name: group };
}
