import { expect, it } from 'vitest';
import type { Document } from '../../../../src/core/corpus/model.ts';
import { allTwins, twinOf } from '../../../../src/core/corpus/twins.ts';
import { aCorpus, aDocument, aGroup } from './corpora.ts';

const GROUP = aGroup('Stories');
const named = (id: string, twin?: string): Document => ({
  ...aDocument(`Text of ${id}.`, GROUP),
  meta: new Map([['id', id], ...(twin === undefined ? [] : [['twin', twin] as const])]),
});
const good = named('good', 'bad');
const bad = named('bad', 'good');
const vain = named('vain', 'good');
const corpus = aCorpus([good, bad, vain, named('alone')], [GROUP]);

it('finds the document that names it back', () => {
  expect(twinOf(corpus, good)).toBe(bad);
  expect(twinOf(corpus, bad)).toBe(good);
});

it('finds none where only one of two names the other, or nothing is named', () => {
  expect(twinOf(corpus, vain)).toBeNull();
  expect(twinOf(corpus, named('alone'))).toBeNull();
  expect(twinOf(aCorpus([good], [GROUP]), good)).toBeNull();
});

it('finds the same for all documents at once', () => {
  const twice = { ...named('bad', 'good'), id: 'another of that name' };
  const documents = [good, bad, vain, named('alone'), named('self', 'self'), twice];
  for (const some of [aCorpus(documents, [GROUP]), aCorpus([good], [GROUP]), aCorpus([], [])]) {
    const twins = allTwins(some);
    for (const document of some.documents.values()) {
      expect(twins.get(document.id) ?? null).toBe(twinOf(some, document)?.id ?? null);
    }
  }
});
