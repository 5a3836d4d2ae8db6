import { expect, it } from 'vitest';
import { chunk } from '../../../../src/core/corpus/chunk.ts';
import { toDocument, toGroup } from '../../../../src/core/corpus/documents.ts';
import type { Draft } from '../../../../src/core/corpus/parse/parse.ts';

it('places a draft: identity by role and text, passages, group by role and name', () => {
  const draft: Draft = {
    title: 'T',
    text: 'One. Two.',
    meta: new Map([['topic', 'x']]),
    role: null,
    group: null,
    source: 'a.txt',
    line: null,
    shape: 'text',
  };
  const placement = { role: 'training', group: 'Essays' } as const;
  const document = toDocument(draft, placement);
  expect(document).toMatchObject({ role: 'training', origin: 'own', title: 'T', meta: draft.meta });
  expect(document.passages).toEqual(chunk(draft.text));
  expect(toGroup(placement)).toEqual({ id: document.group, role: 'training', name: 'Essays' });
  expect(toDocument(draft, { ...placement, role: 'evaluation' }).id).not.toBe(document.id);
  expect(toDocument({ ...draft, title: 'U' }, { ...placement, group: 'B' }).id).toBe(document.id);
});
