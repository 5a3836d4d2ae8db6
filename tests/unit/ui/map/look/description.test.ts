import { describe, expect, it } from 'vitest';
import { marksOf } from '../../../../../src/ui/groups.ts';
import { describe as inWords, whereIs } from '../../../../../src/ui/map/look/description.ts';
import { legendOf } from '../../../../../src/ui/map/look/legend.ts';
import { placeMap } from '../../../../../src/ui/map/place/place.ts';
import { corpusOf, mapOf } from '../fixtures.ts';

const corpus = corpusOf([
  { id: 'a', group: 'stories' },
  { id: 'b', group: 'stories' },
  { id: 'c', group: 'essays' },
  { id: 's', group: 'tests' },
]);
const place = placeMap(
  mapOf([
    ['a', -10, 1],
    ['b', -9, 0.9],
    ['c', 10, -1],
    ['s', 0, 0],
  ]),
);
const said = (hidden: string[], selected: number[], neighbours: number[] = []): string[] =>
  inWords(
    place,
    legendOf(corpus, marksOf(corpus), { colour: 'group', hidden }),
    (groups) =>
      [...corpus.documents.values()]
        .filter(({ group }) => groups.includes(group))
        .map(({ id }) => id),
    { selected, neighbours },
    (point) => `title ${point}`,
  );

describe('the map in words', () => {
  it('says how many of each group are where, in thirds of a wide and low map', () => {
    expect(said([], [])).toEqual([
      'Group stories: 2 marks, their middle at the upper left.',
      'Group essays: one mark, at the lower right.',
      'Group tests: one mark, in the middle.',
      'Nothing is selected.',
    ]);
  });

  it('leaves out what is hidden, and says what is selected and what is near it', () => {
    expect(said(['stories', 'tests'], [2], [0, 3])).toEqual([
      'Group essays: one mark, at the lower right.',
      'Selected: title 2. Nearest in the full space: title 0; title 3.',
    ]);
    expect(said([], [1]).at(-1)).toBe('Selected: title 1.');
  });

  it('takes the middle of what lies apart, and of nothing', () => {
    expect(whereIs([-1, 0.9, 1], [-1, -1, 1])).toEqual({ across: 'right', down: 'top' });
    expect(whereIs([], [])).toEqual({ across: 'middle', down: 'middle' });
  });
});
