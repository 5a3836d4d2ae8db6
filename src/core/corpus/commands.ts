import { changesBetween, type Changes } from './changes.ts';
import * as edits from './edits.ts';
import { recoverGroups } from './membership.ts';
import type { Corpus, Document, Group } from './model.ts';
import { applyPatch, patchBetween, type Patch } from './patch.ts';
import { withSlots } from './slots.ts';

export { isUnchanged, type Changes } from './changes.ts';

/** Everything that can be done to a corpus. Plain data; `type` names it for the reader. */
export type Command =
  /** An import: documents that are already there are skipped, missing groups are made. */
  | {
      readonly type: 'add-documents';
      readonly documents: readonly Document[];
      readonly groups: readonly Group[];
    }
  | { readonly type: 'remove-documents'; readonly ids: readonly string[] }
  /** With its documents. */
  | { readonly type: 'remove-group'; readonly group: string }
  | { readonly type: 'rename-group'; readonly group: string; readonly name: string }
  /** Draws a group in a hue, 1 … `HUES`. */
  | { readonly type: 'recolour-group'; readonly group: string; readonly hue: number }
  /** To a group that is there or to a new one, of either role. */
  | { readonly type: 'move-documents'; readonly ids: readonly string[]; readonly group: Group }
  | { readonly type: 'remove-demo' }
  /** The demo as shipped; what is still there is left as it is. */
  | {
      readonly type: 'restore-demo';
      readonly documents: readonly Document[];
      readonly groups: readonly Group[];
    }
  /** A project is opened: its documents and groups take the place of all that is there. */
  | {
      readonly type: 'open-project';
      readonly documents: readonly Document[];
      readonly groups: readonly Group[];
    }
  /** What another tab has saved. */
  | { readonly type: 'merge'; readonly changes: Changes }
  /** Several commands as one step. */
  | { readonly type: 'batch'; readonly commands: readonly Command[] }
  /** The way back from a command, and forth again. */
  | {
      readonly type: 'patch';
      readonly documents: Patch<Document>;
      readonly groups: Patch<Group>;
      /** Groups of the documents that come back, should another tab remove them meanwhile. */
      readonly homes: readonly Group[];
    };

export interface Applied {
  readonly corpus: Corpus;
  /** Leads from `corpus` back to exactly the previous one, order included. */
  readonly inverse: Command;
  readonly changes: Changes;
}

/**
 * Applies a command. Unknown ids are skipped; a command without effect returns the same corpus and
 * empty changes. Groups that lose their last document go with it; those that come in get a slot.
 */
export function apply(corpus: Corpus, command: Command): Applied {
  const after = withSlots(edit(corpus, command), corpus.groups);
  const documents = patchBetween(after.documents, corpus.documents);
  const returning = [...documents.insert.map(({ item }) => item), ...documents.replace];
  const homes = new Set(returning.map(({ group }) => group));
  const inverse: Command = {
    type: 'patch',
    documents,
    groups: patchBetween(after.groups, corpus.groups),
    homes: [...corpus.groups.values()].filter(({ id }) => homes.has(id)),
  };
  return { corpus: after, inverse, changes: changesBetween(corpus, after) };
}

function edit(corpus: Corpus, command: Command): Corpus {
  switch (command.type) {
    case 'add-documents':
      return edits.addDocuments(corpus, command.documents, command.groups);
    case 'remove-documents': {
      const ids = new Set(command.ids);
      return edits.removeDocuments(corpus, ({ id }) => ids.has(id));
    }
    case 'remove-group':
      return edits.removeDocuments(corpus, ({ group }) => group === command.group);
    case 'rename-group':
      return edits.renameGroup(corpus, command.group, command.name);
    case 'recolour-group':
      return edits.recolourGroup(corpus, command.group, command.hue);
    case 'move-documents':
      return edits.moveDocuments(corpus, command.ids, command.group);
    case 'remove-demo':
      return edits.removeDocuments(corpus, ({ origin }) => origin === 'demo');
    case 'restore-demo':
      return edits.restoreDemo(corpus, command.documents, command.groups);
    case 'open-project':
      return edits.replaceAll(command.documents, command.groups);
    case 'merge':
      return edits.mergeChanges(corpus, command.changes);
    case 'batch':
      return command.commands.reduce(edit, corpus);
    case 'patch':
      return restore(corpus, command);
  }
}

function restore(corpus: Corpus, patch: Extract<Command, { type: 'patch' }>): Corpus {
  const documents = applyPatch(corpus.documents, patch.documents);
  const groups = applyPatch(corpus.groups, patch.groups);
  return recoverGroups({ documents, groups }, patch.homes);
}
