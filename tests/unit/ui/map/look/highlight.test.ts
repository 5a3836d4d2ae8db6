import { describe, expect, it } from 'vitest';
import { DEFAULT_VIEW } from '../../../../../src/core/project/view.ts';
import { marksOf } from '../../../../../src/ui/groups.ts';
import { highlightOf, selectionAt } from '../../../../../src/ui/map/look/highlight.ts';
import { looksOf } from '../../../../../src/ui/map/look/points.ts';
import { placeMap } from '../../../../../src/ui/map/place/place.ts';
import { corpusOf, mapOf } from '../fixtures.ts';

const corpus = corpusOf([
  { id: 'a', group: 'stories', passages: 2 },
  { id: 'b', group: 'stories' },
  { id: 's', group: 'tests' },
]);
const documents = placeMap(
  mapOf([
    ['a', 0, 0],
    ['b', 1, 0],
    ['s', 2, 0],
  ]),
);
const passages = placeMap(
  mapOf(
    [
      ['a', 0, 0, 0],
      ['a', 0, 1, 1],
      ['b', 1, 0, 0],
      ['s', 2, 0, 0],
    ],
    'passages',
  ),
);
const looksAt = (place: typeof documents, hidden: string[] = []) =>
  looksOf(place, corpus, marksOf(corpus), { colour: 'group', hidden });
const none = { document: null, scenario: null, passage: null };
const near = (document: string, passage: number | null = null) => ({
  document,
  passage,
  cosine: 0.5,
});

describe('what a selection singles out', () => {
  it('is nothing without one', () => {
    expect(highlightOf(documents, looksAt(documents), none, []).lit).toBeNull();
  });

  it('is the document, its scenario and its true neighbours', () => {
    const selection = { ...none, document: 'a', scenario: 's' };
    const highlight = highlightOf(documents, looksAt(documents), selection, [near('b')]);
    expect(highlight).toMatchObject({ selected: [0], pair: [2], neighbours: [1], thread: [] });
    expect(highlight.lit).toEqual(new Set([0, 1, 2]));
  });

  it('is all passages of a document, or the one chosen with the others beside it', () => {
    const looks = looksAt(passages);
    const whole = highlightOf(passages, looks, { ...none, document: 'a' }, []);
    expect(whole).toMatchObject({ selected: [0, 1], thread: [0, 1] });
    const one = highlightOf(passages, looks, { ...none, document: 'a', passage: 1 }, [
      near('b', 0),
    ]);
    expect(one).toMatchObject({ selected: [1], thread: [0, 1], neighbours: [2] });
  });

  it('leaves out neighbours whose group is hidden, and selections not on the map', () => {
    const looks = looksAt(documents, ['stories']);
    const scenario = { ...none, scenario: 's' };
    expect(highlightOf(documents, looks, scenario, [near('b')]).neighbours).toEqual([]);
    expect(highlightOf(documents, looks, { ...none, document: 'a' }, []).lit).toBeNull();
    expect(
      highlightOf(documents, looksAt(documents), { ...none, document: 'x' }, []).lit,
    ).toBeNull();
  });
});

describe('a click', () => {
  const before = { ...DEFAULT_VIEW, scenario: 's', document: 'b', anchor: 'scenario' } as const;

  it('on a document keeps the scenario that it is held against', () => {
    const clicked = selectionAt(documents, looksAt(documents), 0, before);
    expect({ ...before, ...clicked }).toEqual({ ...before, document: 'a' });
  });

  it('on a document without a scenario asks which scenarios it reaches', () => {
    const { anchor } = selectionAt(documents, looksAt(documents), 0, { ...before, scenario: null });
    expect(anchor).toBe('document');
  });

  it('on a scenario selects it alone', () => {
    const clicked = selectionAt(documents, looksAt(documents), 2, {
      ...before,
      anchor: 'document',
    });
    expect(clicked).toEqual({ ...none, scenario: 's', anchor: 'scenario' });
  });

  it('on a passage selects it in its document', () => {
    const clicked = selectionAt(passages, looksAt(passages), 1, before);
    expect({ ...before, ...clicked }).toEqual({ ...before, document: 'a', passage: 1 });
  });

  it('on empty ground clears the selection', () => {
    expect(selectionAt(documents, looksAt(documents), null, before)).toMatchObject(none);
  });
});
