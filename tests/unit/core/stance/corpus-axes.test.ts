import { expect, it } from 'vitest';
import type { Corpus, Document } from '../../../../src/core/corpus/model.ts';
import { corpusAxes, corpusAxisId } from '../../../../src/core/stance/corpus-axes.ts';

type Fields = Readonly<Record<string, string>>;

function corpusOf(...documents: readonly (readonly [id: string, meta: Fields])[]): Corpus {
  const made = documents.map(([id, meta]): Document => ({
    id,
    role: meta.role === 'evaluation' ? 'evaluation' : 'training',
    group: 'g',
    title: id,
    text: id,
    passages: [],
    meta: new Map(Object.entries(meta)),
    origin: 'own',
  }));
  return { documents: new Map(made.map((each) => [each.id, each])), groups: new Map() };
}

const twins: [string, Fields][] = [
  ['a', { id: 'a', twin: 'b', value: '+', topic: 'farm', says_why: 'yes' }],
  ['b', { id: 'b', twin: 'a', value: '-', topic: 'farm', says_why: 'yes' }],
];

it('offers the paired axis of every field in which twins are on opposite poles', () => {
  const [axis, ...others] = corpusAxes(corpusOf(...twins));
  expect(axis).toEqual({
    id: corpusAxisId('value'),
    field: 'value',
    source: { kind: 'paired', twins: [{ positive: 'a', negative: 'b', topic: 'farm' }] },
  });
  expect(others).toEqual([]);
});

it('offers the discriminant of a field where documents of both poles are no twins', () => {
  const axes = corpusAxes(
    corpusOf(['a', { harmless: 'yes', topic: 't' }], ['b', { harmless: ' No ' }], ['c', {}]),
  );
  expect(axes.map(({ field, source }) => [field, source])).toEqual([
    [
      'harmless',
      {
        kind: 'discriminant',
        examples: [
          { document: 'a', pole: 1, topic: 't' },
          { document: 'b', pole: -1, topic: null },
        ],
      },
    ],
  ]);
});

it('offers paired axes first, and nothing for one pole, scenarios or words that are no pole', () => {
  const axes = corpusAxes(
    corpusOf(
      ['x', { label: 'yes' }],
      ['y', { label: 'no', mood: 'grave' }],
      ['s', { kind: 'yes', role: 'evaluation' }],
      ['t', { kind: 'no', role: 'evaluation' }],
      ...twins,
    ),
  );
  expect(axes.map(({ field }) => field)).toEqual(['value', 'label']);
  expect(corpusAxes(corpusOf())).toEqual([]);
});
