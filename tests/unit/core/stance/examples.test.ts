import { describe, expect, it } from 'vitest';
import { prepareExamples, prepareTwins } from '../../../../src/core/stance/examples.ts';
import { foldsOf } from '../../../../src/core/stance/folds.ts';
import type { Example, Pole } from '../../../../src/core/stance/types.ts';
import { aDocument, byId } from './sample.ts';

const documents = byId([
  ...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => aDocument(id, [1, id.charCodeAt(0)])),
  aDocument('zero', [0, 0]),
]);

function examples(...list: readonly (readonly [string, Pole, string | null])[]): Example[] {
  return list.map(([document, pole, topic]) => ({ document, pole, topic }));
}

describe('twins', () => {
  it('are used once each, in order of ids, and numbered by topic', () => {
    const prepared = prepareTwins(documents, [
      { positive: 'e', negative: 'f', topic: 'sea' },
      { positive: 'a', negative: 'b', topic: 'land' },
      { positive: 'e', negative: 'f', topic: 'sea' },
      { positive: 'c', negative: 'd', topic: 'sea' },
    ]);
    expect(prepared.documents.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(prepared.pairs).toEqual([
      [0, 1],
      [2, 3],
      [4, 5],
    ]);
    expect(prepared).toMatchObject({ named: ['land', 'sea'], topicCount: 2, leftOut: [] });
    expect([...prepared.topics]).toEqual([0, 1, 1]);
  });

  it('are left out if unknown, without direction or the same document twice', () => {
    const { pairs, leftOut } = prepareTwins(documents, [
      { positive: 'a', negative: 'nobody', topic: 'land' },
      { positive: 'b', negative: 'zero', topic: 'land' },
      { positive: 'c', negative: 'c', topic: 'land' },
    ]);
    expect(pairs).toEqual([]);
    expect(leftOut).toEqual(['a', 'b', 'c', 'nobody', 'zero']);
  });

  it('are held out one by one if no topic is named, and together where only some are', () => {
    const alone = prepareTwins(documents, [
      { positive: 'a', negative: 'b', topic: null },
      { positive: 'c', negative: 'd', topic: null },
    ]);
    expect(alone).toMatchObject({ named: [], topicCount: 2 });
    expect([...alone.topics]).toEqual([0, 1]);
    const some = prepareTwins(documents, [
      { positive: 'a', negative: 'b', topic: null },
      { positive: 'c', negative: 'd', topic: 'sea' },
      { positive: 'e', negative: 'f', topic: null },
    ]);
    expect(some).toMatchObject({ named: ['sea'], topicCount: 2 });
    expect([...some.topics]).toEqual([1, 0, 1]);
  });
});

describe('examples', () => {
  it('are used once each, not if they stand for both poles, are unknown or have no direction', () => {
    const prepared = prepareExamples(
      documents,
      examples(
        ['d', 1, 'sea'],
        ['a', 1, 'land'],
        ['b', -1, 'land'],
        ['d', 1, 'sea'],
        ['c', 1, 'sea'],
        ['c', -1, 'sea'],
        ['zero', 1, 'sea'],
        ['nobody', 1, 'sea'],
      ),
    );
    expect(prepared.documents.map(({ id }) => id)).toEqual(['a', 'b', 'd']);
    expect(prepared.poles).toEqual([1, -1, 1]);
    expect([...prepared.topics]).toEqual([0, 0, 1]);
    expect(prepared.leftOut).toEqual(['c', 'nobody', 'zero']);
  });

  it('are dealt into folds with both poles if no topic is named', () => {
    const { topics, topicCount } = prepareExamples(
      documents,
      examples(
        ['a', 1, null],
        ['b', 1, null],
        ['c', 1, null],
        ['d', -1, null],
        ['e', -1, null],
        ['f', -1, null],
      ),
    );
    expect(topicCount).toBe(3);
    expect([...topics]).toEqual([0, 1, 2, 0, 1, 2]);
    expect(prepareExamples(documents, [])).toMatchObject({ topicCount: 0, documents: [] });
  });
});

describe('folds', () => {
  it('are the topics themselves up to ten', () => {
    const { count, ofTopic } = foldsOf([1, 5, 3]);
    expect(count).toBe(3);
    expect(new Set(ofTopic).size).toBe(3);
  });

  it('are ten groups of topics of about equal size above', () => {
    const sizes = Array.from({ length: 25 }, (_, i) => i + 1);
    const { count, ofTopic } = foldsOf(sizes);
    expect(count).toBe(10);
    const filled = new Array<number>(10).fill(0);
    ofTopic.forEach((fold, topic) => (filled[fold]! += sizes[topic]!));
    expect(Math.min(...filled)).toBeGreaterThan(25);
    expect(Math.max(...filled)).toBeLessThan(40);
  });

  it('are none without topics', () => {
    expect(foldsOf([])).toMatchObject({ count: 0 });
  });
});
