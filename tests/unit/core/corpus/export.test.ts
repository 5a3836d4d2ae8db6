import { csvParseRows } from 'd3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../../../../src/core/corpus/commands.ts';
import { documentsAsCsv, documentsAsJsonl } from '../../../../src/core/corpus/export.ts';
import { gatherInto } from '../../../../src/core/corpus/gather.ts';
import type { Document } from '../../../../src/core/corpus/model.ts';
import { corpusOf } from '../../ui/map/fixtures.ts';

const corpus = corpusOf([
  { id: 'a', group: 'stories' },
  { id: 'b', group: 'essays' },
  { id: 's', group: 'tests' },
]);
const documents = [...corpus.documents.values()];
const withText = (text: string, meta: [string, string][] = []): Document => ({
  ...documents[0]!,
  text,
  title: text,
  meta: new Map(meta),
});

const rowsOf = (some: readonly Document[]): string[][] =>
  csvParseRows([...documentsAsCsv(some, corpus)].join(''));

describe('gathered documents as a file', () => {
  it('are lines of JSON with id, role, group, title, text and their own fields', () => {
    const [line] = [...documentsAsJsonl([withText('x "y"\nz', [['topic', 'sea'], ['text', 'lost']])], corpus)]; // prettier-ignore
    expect(line?.endsWith('\n')).toBe(true);
    expect(JSON.parse(line!)).toEqual({
      id: 'a',
      role: 'training',
      group: 'Group stories',
      title: 'x "y"\nz',
      text: 'x "y"\nz',
      topic: 'sea',
    });
    expect([...documentsAsJsonl([], corpus)]).toEqual([]);
  });

  it('are rows of CSV, a column for every field that any has', () => {
    const [head, first, second] = rowsOf([withText('one', [['topic', 'sea']]), documents[1]!]);
    expect(head).toEqual(['id', 'role', 'group', 'title', 'text', 'topic']);
    expect(first).toEqual(['a', 'training', 'Group stories', 'one', 'one', 'sea']);
    expect(second?.at(-1)).toBe('');
    expect(rowsOf([])).toHaveLength(1);
  });

  it('survive a parser of CSV whatever they say, but for an apostrophe before formulas', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const cell = rowsOf([withText(text)])[1]![4]!;
        expect(cell === text || cell === `'${text}`).toBe(true);
        expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      }),
      { seed: 8 },
    );
  });
});

describe('gathering into a new group', () => {
  it('moves training documents and scenarios into groups of that name, in one step', () => {
    const { corpus: after, inverse } = apply(corpus, gatherInto(documents, ' Kept '));
    const groups = [...after.groups.values()];
    expect(groups.map(({ name, role }) => [name, role])).toEqual([
      ['Kept', 'training'],
      ['Kept', 'evaluation'],
    ]);
    expect([...after.documents.keys()]).toEqual(['a', 'b', 's']);
    expect(apply(after, inverse).corpus).toEqual(corpus);
  });

  it('changes nothing for no documents', () => {
    expect(apply(corpus, gatherInto([], 'Kept')).corpus).toBe(corpus);
  });
});
