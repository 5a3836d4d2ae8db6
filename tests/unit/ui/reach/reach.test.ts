import { describe, expect, it } from 'vitest';
import type { Corpus, Document, Role } from '../../../../src/core/corpus/model.ts';
import type { Ranking, Relation } from '../../../../src/core/relate/types.ts';
import {
  choices,
  choicesMatching,
  isAbout,
  listRows,
  opening,
} from '../../../../src/ui/reach/reach.ts';
import { rowAfter } from '../../../../src/ui/reach/rows-keyboard.ts';

const document = (id: string, role: Role, group: string): Document => ({
  id,
  role,
  group,
  title: `Title ${id}`,
  text: `Text of ${id}.`,
  passages: [{ start: 0, end: 5 }],
  meta: new Map(),
  origin: 'demo',
});
const documents = [
  document('d1', 'training', 'a'),
  document('d2', 'training', 'b'),
  document('d3', 'training', 'a'),
  document('s1', 'evaluation', 's'),
];
const corpus: Corpus = {
  documents: new Map(documents.map((each) => [each.id, each])),
  groups: new Map(),
};
const relation = (id: string): Relation => ({
  document: id,
  scenario: 's1',
  relatedness: 0.4,
  percentile: 0.9,
  interval: [0.8, 0.95],
  windowSize: 3,
  tfidf: 0.1,
  overlap: 0.2,
  bm25: 2,
  corpusPercentile: null,
  surplus: 0.8,
  surplusInterval: [0.7, 0.9],
  littleWording: false,
  leakage: null,
  csls: null,
  lists: null,
});
const ranking: Ranking = {
  relations: [relation('d2'), relation('d1'), relation('d3'), relation('gone')],
  nulls: [],
  passing: { observed: 0, expected: 0.2 },
  surplusPassing: { observed: 0, expected: 0.2 },
  littleWordingPassing: { observed: 0, expected: 0 },
  hubs: null,
};

describe('the list', () => {
  it('keeps the order of the ranking and leaves hidden groups and removed documents out', () => {
    const list = listRows(ranking, corpus, { anchor: 'scenario', hidden: ['b'] });
    expect(list.rows.map(({ item }) => item.id)).toEqual(['d1', 'd3']);
    expect(list).toMatchObject({ leftOut: 1, groupsLeftOut: 1 });
  });

  it('knows an answer to an older question', () => {
    expect(isAbout(ranking, 'scenario', 's1')).toBe(true);
    expect(isAbout(ranking, 'scenario', 's2')).toBe(false);
    expect(isAbout(ranking, 'document', 'd1')).toBe(false);
  });
});

describe('choices', () => {
  it('are scenarios, or training documents', () => {
    expect(choices(corpus, 'scenario').map(({ id }) => id)).toEqual(['s1']);
    expect(choices(corpus, 'document')).toHaveLength(3);
  });

  it('are found by title in any case', () => {
    expect(choicesMatching(documents, ' TITLE d2')).toEqual([documents[1]]);
    expect(choicesMatching(documents, ' ')).toHaveLength(4);
  });

  it('show how they begin on one line', () => {
    expect(opening('\n One\n\ntwo  three')).toBe('One two three');
  });
});

describe('arrow keys', () => {
  it('walk the rows and stop at both ends', () => {
    expect(rowAfter('ArrowDown', 0, 3)).toBe(1);
    expect(rowAfter('ArrowDown', 2, 3)).toBe(2);
    expect(rowAfter('ArrowUp', 0, 3)).toBe(0);
    expect(rowAfter('End', 0, 3)).toBe(2);
    expect(rowAfter('Home', 2, 3)).toBe(0);
    expect(rowAfter('a', 2, 3)).toBeNull();
  });
});
