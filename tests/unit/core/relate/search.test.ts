import { describe, expect, it } from 'vitest';
import { foldWords, searchWords } from '../../../../src/core/relate/search.ts';

const documents = [
  { id: 'a', title: 'The lighthouse', text: 'A café by the sea.' },
  { id: 'b', title: 'Café culture', text: 'Nothing of lights.' },
  { id: 'c', title: 'Résumé', text: 'Seaside; LIGHTHOUSES' },
].map(({ id, title, text }) => ({ id, title: foldWords(title), text: foldWords(text) }));

describe('search', () => {
  it.each([
    ['lighthouse', ['a', 'c']],
    ['LIGHT', ['a', 'b', 'c']],
    ['cafe', ['b', 'a']],
    ['café sea', ['a']],
    ['resume', ['c']],
    ['house', []],
    ['sea. light', ['a', 'c']],
    ['', []],
    [' …', []],
  ])('for %j finds beginnings of words, titles first', (query, ids) => {
    expect(searchWords(documents, query)).toEqual(ids);
  });
});
