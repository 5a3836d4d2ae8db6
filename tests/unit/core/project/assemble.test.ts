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

it('gives groups that were stored without slots theirs in order, after those of the demo', () => {
  const [m, n] = [aGroup('M'), aGroup('N')];
  const documents = [aDocument('m', m), aDocument('n', n)];
  const stored = { documents, groups: [m, n], absentDemo: [], problems: [], rechunked: [] };
  const slots = (shipped = demo): unknown =>
    [...assemble(shipped, stored).groups.values()].map(({ name, slot }) => [name, slot]);
  expect(slots()).toEqual([['A', 0], ['B', 1], ['M', 2], ['N', 3]]); // prettier-ignore
  expect(slots(aCorpus([], []))).toEqual([['M', 0], ['N', 1]]); // prettier-ignore
});

it('leaves the slot of a stored group alone where a later demo has one more group', () => {
  const own = { ...aGroup('Mine'), slot: 2 };
  const C = aGroup('C');
  const later = aCorpus([...demo.documents.values(), aDocument('d4', C, 'demo')], [A, B, C]);
  const documents = [aDocument('mine', own)];
  const stored = { documents, groups: [own], absentDemo: [], problems: [], rechunked: [] };
  const { groups } = assemble(later, stored);
  expect(groups.get(own.id)?.slot).toBe(2);
  expect(groups.get(C.id)?.slot).toBe(3);
});

it('drops demo documents that the demo no longer has, and recovers a lost group', () => {
  const old = aDocument('old', A, 'demo');
  const orphan = aDocument('orphan', aGroup('gone'));
  const documents = [storeDocument(old, 0), storeDocument(orphan, 1)];
  const stored = revive({ documents, groups: [], settings: undefined });
  const lost = aGroup('gone').id;
  expect(outline(assemble(demo, stored))).toBe(`d1@A d2@A d3@B orphan@${lost} | A B ${lost}`);
});
