import { expect, it } from 'vitest';
import { Session } from '../../../src/state/session.svelte.ts';
import { corpusOf } from '../ui/host.ts';

it('a command without effect leaves neither a step nor a wiped redo', () => {
  const corpus = corpusOf({ Stories: ['One', 'Two'] });
  const session = new Session();
  session.open(corpus);
  session.run({ type: 'remove-documents', ids: ['One'] });
  session.undo();
  expect(session.canRedo).toBe(true);
  session.run({
    type: 'add-documents',
    documents: [...corpus.documents.values()],
    groups: [...corpus.groups.values()],
  });
  expect(session.canRedo).toBe(true);
  expect(session.canUndo).toBe(false);
});
