import type { Role } from '../../core/corpus/model.ts';
import { count, counted } from './figures.ts';

export const title = 'Corpus';
export const roles: Record<Role, string> = {
  training: 'Training documents',
  evaluation: 'Scenarios',
};
export const noneOf: Record<Role, string> = {
  training: 'None yet. Drop a text, or a folder of texts, anywhere on this page.',
  evaluation: 'None yet. Drop the situations that a model is tested with.',
};

export const group = {
  toggle: (name: string, hidden: boolean): string => (hidden ? `Show ${name}` : `Hide ${name}`),
  only: 'Only',
  onlyOf: (name: string): string => `Show only ${name}`,
  all: 'All',
  allOf: 'Show all groups',
  listOf: (name: string, open: boolean): string =>
    open ? `Fold the documents of ${name}` : `List the documents of ${name}`,
  rename: 'Rename',
  newName: (name: string): string => `New name for ${name}`,
  save: 'Save',
  cancel: 'Cancel',
  remove: (documents: number): string => `Remove ${counted(documents, 'document')}`,
  moveAll: 'Move all to',
  moveAllOf: (name: string): string => `Move all of ${name} to`,
  colour: (name: string): string => `Colour of ${name}`,
  hue: (hue: number): string => `Colour ${count(hue)}`,
  moveOf: (title: string): string => `Move “${title}” to`,
  move: 'Move the open one to',
  sort: 'Sort by rules…',
  removeOne: 'Remove the open one',
  removeOneOf: (title: string): string => `Remove “${title}”`,
  toRole: {
    training: 'Training documents, under the same name',
    evaluation: 'Scenarios, under the same name',
  } satisfies Record<Role, string>,
  inRole: (name: string, role: Role): string => `${name} (${roles[role].toLowerCase()})`,
};
export const showMore = (documents: number): string => `Show ${count(documents)} more`;
export const showAll = (hidden: number): string => `${counted(hidden, 'group')} hidden. Show all`;

export const demo = {
  title: 'Demo documents',
  remove: (documents: number): string => `Remove ${count(documents)}`,
  restore: 'Bring them back',
  restoreSome: (missing: number): string => `Bring back ${count(missing)}`,
};

export const project = {
  title: 'All of it',
  save: 'Save as a file',
  saving: 'Saving…',
  saveHint: 'Documents, groups, axes and vectors in one file; drop it here to open it again',
  fileName: 'corpus.parable',
  storage: 'Storage…',
  storageHint: 'What this browser keeps of your work, and how to free it',
  clear: 'Remove all my documents',
  clearHint:
    'Your documents, your axes and what was computed of them, from this page and from this browser’s storage. Undo brings them back, but no vectors that came along',
};

export const add = {
  title: 'Your own documents',
  hint: 'Drop files or a folder anywhere on this page: texts, Word, PDF, e-books, tables, .zip',
  files: 'Files…',
  folder: 'Folder…',
  paste: 'Paste…',
};
