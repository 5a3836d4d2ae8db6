import type { Role } from '../../core/corpus/model.ts';
import type { Subject, Test } from '../../core/corpus/rules/rule.ts';
import { counted } from './figures.ts';

export const title = 'Sort by rules';
export const about =
  'Each document goes where the first rule sends it that it fits. Upper and lower case are the same.';

export const subjects: Record<Subject, string> = {
  path: 'Path',
  title: 'Title',
  text: 'Text',
  group: 'Group',
  field: 'Field',
};
export const tests: Record<Test, string> = {
  contains: 'contains',
  is: 'is',
  matches: 'matches (regex)',
};
/** Examples of patterns, as placeholders. */
export const examples: Record<Test, string> = {
  contains: 'such as honeypot',
  is: 'all of it',
  matches: 'such as ^(eval|test)_\\d+',
};

export const rule = {
  of: (at: number): string => `Rule ${at}`,
  subject: 'What is looked at',
  field: 'Name of the field',
  test: 'How it is compared',
  pattern: 'With what',
  to: 'goes to',
  role: 'As what',
  sameRole: 'the same role',
  group: 'Into which group',
  sameGroup: 'the same group',
  add: 'Add a rule',
  remove: 'Remove',
  removeOf: (at: number): string => `Remove rule ${at}`,
  raise: 'Ask earlier',
  raiseOf: (at: number): string => `Ask rule ${at} earlier`,
};

export const roles: Record<Role, string> = {
  training: 'training documents',
  evaluation: 'evaluation scenarios',
};

/** What a rule catches; null while it is not known. */
export function catches(documents: number | null): string {
  if (documents === null) return 'Say what documents have to fit.';
  return documents === 0 ? 'Fits no document' : `Fits ${counted(documents, 'document')}`;
}
export const asking = 'Looking…';

export const sorter = {
  scope: 'Documents of',
  all: 'all groups',
  apply: (documents: number): string =>
    documents === 0 ? 'Nothing to move' : `Move ${counted(documents, 'document')}`,
};
