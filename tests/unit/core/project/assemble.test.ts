import { expect, it } from 'vitest';
import { apply } from '../../../../src/core/corpus/commands.ts';
import { assemble } from '../../../../src/core/project/assemble.ts';
import { storeDocument, storeGroup, storeSettings } from '../../../../src/core/project/records.ts';
import { revive } from '../../../../src/core/project/revive.ts';
import { aCorpus, aDocument, aGroup, inOrder, outline } from '../corpus/corpora.ts';

const A = aGroup('A');
const B = aGroup('B');
const demo = aCorpus(
  [aDocument('d1', A, 'demo'), aDocument('d2', A, 'demo'), aDocument('d3', B, 'demo')],
  [A, B],
);
const own = aDocument('own', A);

it('opens the demo where nothing was stored', () => {
  const stored = revive({ documents: [], groups: [], settings: undefined });
  expect(inOrder(assemble(demo, stored))).toEqual(inOrder(demo));
});

it('reopens what commands and storage left', () => {
  const ids = [...demo.documents.keys()];
  const { corpus, changes } = apply(demo, {
    type: 'batch',
    commands: [
      { type: 'add-documents', documents: [own], groups: [A] },
      { type: 'remove-documents', ids: ids.slice(2) },
      { type: 'move-documents', ids: ids.slice(1, 2), group: aGroup('C') },
      { type: 'rename-group', group: A.id, name: 'N' },
    ],
  });
  const stored = revive({
    documents: changes.documents.put.map((document, order) => storeDocument(document, order)),
    groups: changes.groups.put.map((group, order) => storeGroup(group, order)),
    settings: storeSettings(ids.slice(2)),
  });
  expect(outline(corpus)).toBe('d1@N d2@C own@N | N C');
  expect(assemble(demo, stored)).toEqual({ ...corpus, documents: withPassages(stored) });

  function withPassages({ documents }: typeof stored): typeof corpus.documents {
    const revived = new Map(documents.map((each) => [each.id, each]));
    return new Map([...corpus.documents].map(([id, each]) => [id, revived.get(id) ?? each]));
  }
});

it('drops demo documents that the demo no longer has, and recovers a lost group', () => {
  const old = aDocument('old', A, 'demo');
  const orphan = aDocument('orphan', aGroup('gone'));
  const documents = [storeDocument(old, 0), storeDocument(orphan, 1)];
  const stored = revive({ documents, groups: [], settings: undefined });
  const lost = aGroup('gone').id;
  expect(outline(assemble(demo, stored))).toBe(`d1@A d2@A d3@B orphan@${lost} | A B ${lost}`);
});
