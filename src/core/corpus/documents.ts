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

/** What depends on a document's text: the costly part of making one. */
export type Cut = Pick<Document, 'id' | 'passages'>;

/** The identity and the passages of a text in a role. */
export function cutText(role: Role, text: string): Cut {
  return { id: documentId(role, text), passages: chunk(text) };
}

/** A draft in its place: with an identity, cut into passages, the reader's own. */
export function toDocument(draft: Draft, { role, group }: Placement): Document {
  const { title, text, meta } = draft;
  const home = { role, group: groupId(role, group) };
  return { ...cutText(role, text), ...home, title, text, meta, origin: 'own' };
}

/** The group that `toDocument` puts a draft in. */
export function toGroup({ role, group }: Placement): Group {
  return { id: groupId(role, group), role, name: group };
}
