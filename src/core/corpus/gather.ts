import { groupId } from './identity.ts';
import type { Command } from './commands.ts';
import type { Document, Group, Role } from './model.ts';

/**
 * The command that puts documents into new groups of one name: training documents into one,
 * scenarios into another, so that nobody changes role. A group of that name and role that is there
 * already takes them in.
 */
export function gatherInto(documents: readonly Document[], name: string): Command {
  const commands = (['training', 'evaluation'] as const).flatMap((role): Command[] => {
    const ids = documents.filter((each) => each.role === role).map(({ id }) => id);
    return ids.length === 0 ? [] : [{ type: 'move-documents', ids, group: newGroup(role, name) }];
  });
  return { type: 'batch', commands };
}

function newGroup(role: Role, name: string): Group {
  return { id: groupId(role, name.trim()), role, name: name.trim() };
}
