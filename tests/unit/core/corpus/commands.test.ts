import { describe, expect, it } from 'vitest';
import { apply, isUnchanged, type Command } from '../../../../src/core/corpus/commands.ts';
import { documentId } from '../../../../src/core/corpus/identity.ts';
import { EMPTY_CORPUS, type Corpus } from '../../../../src/core/corpus/model.ts';
import { aCorpus, aDocument, aGroup, inOrder, outline } from './corpora.ts';

const A = aGroup('A');
const B = aGroup('B');
const S = aGroup('S', 'evaluation');
const d1 = aDocument('d1', A, 'demo');
const d2 = aDocument('d2', S, 'demo');
const a = aDocument('a', A);
const b = aDocument('b', B);
const s = aDocument('s', S);
const CORPUS = aCorpus([d1, d2, a, b, s], [A, S, B]);

/** The outline after a command, which the inverse must lead back from exactly. */
function after(command: Command, corpus: Corpus = CORPUS): string {
  const applied = apply(corpus, command);
  expect(inOrder(apply(applied.corpus, applied.inverse).corpus)).toEqual(inOrder(corpus));
  return outline(applied.corpus);
}

describe('apply', () => {
  it('gives a group a hue, which the inverse takes back', () => {
    const command: Command = { type: 'recolour-group', group: A.id, hue: 3 };
    after(command);
    expect(apply(CORPUS, command).corpus.groups.get(A.id)).toMatchObject({ ...A, hue: 3 });
    expect(apply(CORPUS, command).changes.groups.put).toMatchObject([{ ...A, hue: 3 }]);
    for (const hue of [0, 9, 1.5, NaN]) {
      expect(isUnchanged(apply(CORPUS, { ...command, hue }).changes)).toBe(true);
    }
  });

  it('merges a group into another by moving all its documents', () => {
    expect(after({ type: 'move-documents', ids: [d1.id, a.id], group: B })).toBe(
      'd1@B d2@S a@B b@B s@S | S B',
    );
  });

  it('adds documents and the groups they need, skipping what is there', () => {
    const c = aDocument('c', aGroup('C'));
    const command: Command = {
      type: 'add-documents',
      documents: [a, c, c],
      groups: [A, aGroup('C'), aGroup('unused')],
    };
    expect(after(command)).toBe('d1@A d2@S a@A b@B s@S c@C | A S B C');
    expect(apply(CORPUS, command).changes).toEqual({
      documents: { put: [c], delete: [] },
      groups: { put: [{ ...aGroup('C'), slot: 2 }], delete: [] },
    });
  });

  it('adds to a renamed group under its new name, too', () => {
    const renamed = apply(CORPUS, { type: 'rename-group', group: A.id, name: 'N' }).corpus;
    const c = aDocument('c', aGroup('N'));
    const command = { type: 'add-documents', documents: [c], groups: [aGroup('N')] } as const;
    expect(after(command, renamed)).toBe('d1@N d2@S a@N b@B s@S c@N | N S B');
  });

  it('removes documents, and a group with its last one', () => {
    const command = { type: 'remove-documents', ids: [b.id, d1.id, 'unknown'] } as const;
    expect(after(command)).toBe('d2@S a@A s@S | A S');
    expect(apply(CORPUS, command).changes).toEqual({
      documents: { put: [], delete: [d1.id, b.id] },
      groups: { put: [], delete: [B.id] },
    });
  });

  it('removes a group with its documents', () => {
    expect(after({ type: 'remove-group', group: A.id })).toBe('d2@S b@B s@S | S B');
  });

  it('renames a group, not to nothing', () => {
    const renamed = { type: 'rename-group', group: B.id, name: ' Essays ' } as const;
    expect(after(renamed)).toBe('d1@A d2@S a@A b@Essays s@S | A S Essays');
    expect(apply(CORPUS, renamed).changes.documents).toEqual({ put: [], delete: [] });
    const blank = apply(CORPUS, { ...renamed, name: ' ' });
    expect(blank.corpus).toBe(CORPUS);
    expect(isUnchanged(blank.changes)).toBe(true);
  });

  it('moves documents within a role, each under its old identity', () => {
    const command = { type: 'move-documents', ids: [b.id, d1.id], group: aGroup('C') } as const;
    expect(after(command)).toBe('d1@C d2@S a@A b@C s@S | A S C');
    const { documents } = apply(CORPUS, command).changes;
    expect(documents.put.map(({ id }) => id)).toEqual([d1.id, b.id]);
    expect(documents.delete).toEqual([]);
  });

  it('moves documents to the other role under a new identity', () => {
    const command = { type: 'move-documents', ids: [d1.id], group: S } as const;
    expect(after(command)).toBe('d1@S d2@S a@A b@B s@S | A S B');
    const moved = [...apply(CORPUS, command).corpus.documents.values()][0];
    expect(moved).toMatchObject({
      id: documentId('evaluation', 'd1'),
      role: 'evaluation',
      origin: 'own',
    });
  });

  it('merges a moved document with its like', () => {
    const twin = aDocument('a', S);
    const corpus = aCorpus([a, twin], [A, S]);
    const command = { type: 'move-documents', ids: [a.id], group: S } as const;
    expect(after(command, corpus)).toBe('a@S | S');
  });

  it('removes the demo and puts it back before the rest', () => {
    expect(after({ type: 'remove-demo' })).toBe('a@A b@B s@S | A S B');
    const own = apply(CORPUS, { type: 'remove-demo' }).corpus;
    const restore = { type: 'restore-demo', documents: [d1, d2], groups: [A, S] } as const;
    expect(after(restore, own)).toBe('d1@A d2@S a@A b@B s@S | A S B');
    expect(apply(CORPUS, restore).corpus).toBe(CORPUS);
  });

  it('does several things as one step', () => {
    const c = aDocument('c', A);
    const add = { type: 'add-documents', documents: [c], groups: [A] } as const;
    const command: Command = { type: 'batch', commands: [add, { type: 'remove-demo' }] };
    expect(after(command)).toBe('a@A b@B s@S c@A | A S B');
    expect(apply(CORPUS, command).changes.documents).toEqual({
      put: [c],
      delete: [d1.id, d2.id],
    });
  });

  it("takes in another tab's changes without losing a document's group", () => {
    const changes = {
      documents: { put: [{ ...b, title: 'b2' }, aDocument('x', aGroup('X'))], delete: [a.id] },
      groups: { put: [], delete: [S.id] },
    };
    expect(after({ type: 'merge', changes })).toBe(
      `d1@A d2@S b2@B s@S x@${aGroup('X').id} | A S B ${aGroup('X').id}`,
    );
  });

  it('undoes what it can when another tab has been at the same documents', () => {
    const removed = apply(CORPUS, { type: 'remove-documents', ids: [a.id, b.id] });
    const elsewhere = apply(removed.corpus, { type: 'remove-demo' }).corpus;
    expect(outline(apply(elsewhere, removed.inverse).corpus)).toBe('s@S a@A b@B | S B A');
  });

  it('leaves an empty corpus alone', () => {
    const { corpus } = apply(EMPTY_CORPUS, { type: 'remove-demo' });
    expect(corpus).toBe(EMPTY_CORPUS);
  });
});
