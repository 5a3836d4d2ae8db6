import type { Corpus, Role } from '../../core/corpus/model.ts';
import { intoRole, type Moves } from '../../core/corpus/moves.ts';

/** What is being dragged within the panel: documents by their ids, in the type that says so. */
export const DRAGGED = 'application/x-parable-documents';

/** Their role, as a type too: all that a page is told of what is dragged before it is dropped. */
const typeOf = (role: Role): string => `${DRAGGED}-${role}`;

/** Begins to drag documents of a role. */
export function drag(event: DragEvent, ids: readonly string[], role: Role): void {
  event.dataTransfer?.setData(DRAGGED, ids.join());
  event.dataTransfer?.setData(typeOf(role), role);
}

export function carriesDocuments({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes(DRAGGED) ?? false;
}

/** Whether documents are dragged that have another role. */
export function carriesOthers(event: DragEvent, role: Role): boolean {
  return carriesDocuments(event) && !event.dataTransfer?.types.includes(typeOf(role));
}

/** Ids of the documents that were dropped. */
export function droppedIds({ dataTransfer }: DragEvent): string[] {
  return dataTransfer?.getData(DRAGGED).split(',') ?? [];
}

/** Puts documents into a group that is there; null if it is gone, or they are all in it. */
export function intoGroup(corpus: Corpus, ids: readonly string[], group: string): Moves | null {
  const target = corpus.groups.get(group);
  const moving = ids.filter((id) => {
    const document = corpus.documents.get(id);
    return document !== undefined && document.group !== group;
  });
  if (!target || moving.length === 0) return null;
  const command = { type: 'move-documents', ids: moving, group: target } as const;
  return { command, documents: moving.length };
}

/** Where a choice of a list leads: a group by its id, or a role. */
export function movesTo(corpus: Corpus, ids: readonly string[], choice: string): Moves | null {
  if (choice === roleChoice('training')) return intoRole(corpus, ids, 'training');
  if (choice === roleChoice('evaluation')) return intoRole(corpus, ids, 'evaluation');
  return intoGroup(corpus, ids, choice);
}

/** No group's id has a colon. */
export function roleChoice(role: Role): string {
  return `role:${role}`;
}
