import type { Command } from './commands.ts';
import { groupId } from './identity.ts';
import type { Corpus, Document, Group, Role } from './model.ts';

/** Where a document is to go; null leaves its role or the name of its group as it is. */
export interface Destination {
  readonly role: Role | null;
  readonly group: string | null;
}

/** A step that moves documents, and how many; null where none has to go anywhere. */
export interface Moves {
  readonly command: Command;
  readonly documents: number;
}

/**
 * Moves documents to where they are to go, as one step. Groups of that role and name are joined, others
 * are made.
 *
 * @param destination - null for a document that stays
 */
export function movesOf(
  corpus: Corpus,
  destination: (document: Document) => Destination | null,
): Moves | null {
  const targets = new Map<string, { readonly group: Group; readonly ids: string[] }>();
  for (const document of corpus.documents.values()) {
    const place = destination(document);
    const home = corpus.groups.get(document.group);
    if (!place || !home) continue;
    const role = place.role ?? document.role;
    const wanted = place.group?.trim() ?? '';
    const name = wanted === '' ? home.name : wanted;
    if (role === document.role && name === home.name) continue;
    const key = `${role} ${name}`;
    const target = targets.get(key) ?? { group: groupNamed(corpus, role, name), ids: [] };
    target.ids.push(document.id);
    targets.set(key, target);
  }
  const moves = [...targets.values()];
  if (moves.length === 0) return null;
  return {
    command: {
      type: 'batch',
      commands: moves.map(({ group, ids }) => ({ type: 'move-documents', ids, group })),
    },
    documents: moves.reduce((sum, { ids }) => sum + ids.length, 0),
  };
}

/** Moves documents to the other role, each into the group of the same name there. */
export function intoRole(corpus: Corpus, ids: readonly string[], role: Role): Moves | null {
  const moving = new Set(ids);
  return movesOf(corpus, ({ id }) => (moving.has(id) ? { role, group: null } : null));
}

/** The group of a role and a name: one that is there, else a new one, whose id no other one has. */
function groupNamed({ groups }: Corpus, role: Role, name: string): Group {
  const known = [...groups.values()].find((group) => group.role === role && group.name === name);
  if (known) return known;
  let id = groupId(role, name);
  // A group that was renamed keeps the id of its first name.
  for (let again = 2; groups.has(id); again++) id = groupId(role, `${name}\n${again}`);
  return { id, role, name };
}
