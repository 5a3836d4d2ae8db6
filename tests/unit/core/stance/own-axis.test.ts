import { expect, it } from 'vitest';
import {
  exampleId,
  ownSource,
  withExample,
  withoutExample,
  writtenTexts,
  type OwnAxis,
} from '../../../../src/core/stance/own-axis.ts';
import { EMPTY_CORPUS, type Document } from '../../../../src/core/corpus/model.ts';

const AXIS: OwnAxis = {
  id: '0123456789abcdef',
  name: 'Warmth',
  positive: 'warm',
  negative: 'cold',
  examples: [
    { kind: 'document', pole: 1, document: 'a' },
    { kind: 'written', pole: -1, text: 'A cold hand.', topic: ' hands ' },
    { kind: 'written', pole: -1, text: 'A cold room.', topic: '' },
  ],
};

it('takes topics from the corpus, or from what was said of a written text', () => {
  const a = { id: 'a', meta: new Map([['topic', 'harbour']]) } as unknown as Document;
  const corpus = { ...EMPTY_CORPUS, documents: new Map([['a', a]]) };
  const source = ownSource(AXIS, corpus);
  expect(source.kind === 'discriminant' && source.examples.map(({ topic }) => topic)).toEqual([
    'harbour',
    'hands',
    null,
  ]);
  const alone = ownSource(AXIS, EMPTY_CORPUS);
  expect(alone.kind === 'discriminant' && alone.examples[0]).toEqual({
    document: 'a',
    pole: 1,
    topic: null,
  });
});

it('takes each text once, cut like a document', () => {
  const twice = withExample(AXIS, {
    kind: 'written',
    pole: 1,
    text: 'A cold room.',
    topic: '',
  });
  expect(twice).toBe(AXIS);
  expect(writtenTexts(AXIS).map(({ text, passages }) => [text, passages])).toEqual([
    ['A cold hand.', [{ start: 0, end: 12 }]],
    ['A cold room.', [{ start: 0, end: 12 }]],
  ]);
});

it('lets an example go by its id', () => {
  const [, hand] = AXIS.examples;
  expect(withoutExample(AXIS, exampleId(hand!)).examples).toEqual([
    AXIS.examples[0],
    AXIS.examples[2],
  ]);
});
