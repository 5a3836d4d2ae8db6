import { describe, expect, it } from 'vitest';
import { PassageRows } from '../../../../src/engine/embedding/passage-rows.ts';

/** A document whose passages are the given texts. */
function document(id: string, ...texts: string[]) {
  let end = 0;
  const passages = texts.map((text) => ({ start: end, end: (end += text.length) }));
  return { id, text: texts.join(''), passages };
}

function filling(...documents: ReturnType<typeof document>[]) {
  const finished = new Map<string, number[]>();
  const rows = new PassageRows(1, (id, vectors) => finished.set(id, [...vectors]));
  for (const document of documents) rows.add([document]);
  return { rows, finished };
}

describe('PassageRows', () => {
  it('finishes each document with its last passage, in whatever order they come', () => {
    const { rows, finished } = filling(document('a', 'one', 'two'), document('b', 'three'));
    rows.set([2], Float32Array.of(3));
    expect([...finished]).toEqual([['b', [3]]]);
    rows.set([1, 0], Float32Array.of(2, 1));
    expect(finished.get('a')).toEqual([1, 2]);
    expect([rows.done, rows.total]).toEqual([3, 3]);
  });

  it('takes the same text only once, within a document and across', () => {
    const { rows, finished } = filling(document('a', 'x', 'y', 'x'), document('b', 'y'));
    expect(rows.texts).toEqual(['x', 'y']);
    expect(rows.total).toBe(4);
    rows.set([0, 1], Float32Array.of(7, 8));
    expect([...finished]).toEqual([
      ['a', [7, 8, 7]],
      ['b', [8]],
    ]);
    expect(rows.done).toBe(4);
  });

  it('finishes documents without passages at once, and is content with no documents', () => {
    const { rows, finished } = filling(document('a'));
    expect([...finished]).toEqual([['a', []]]);
    expect([rows.done, rows.total]).toEqual([0, 0]);
    expect(filling().rows.texts).toEqual([]);
  });
});
