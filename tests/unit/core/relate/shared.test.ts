import { describe, expect, it } from 'vitest';
import { contentLemmas } from '../../../../src/core/relate/lemmas.ts';
import { sharedLemmas } from '../../../../src/core/relate/shared.ts';

describe('shared lemmas', () => {
  it('come by falling weight with every place they stand in', () => {
    const first = 'Leaked memos: a memo leaks.';
    const second = 'The memo. Foxes leak!';
    const weights = new Map([
      ['leak', 1],
      ['memo', 2],
    ]);
    const shared = sharedLemmas(
      contentLemmas(first),
      contentLemmas(second),
      (lemma) => weights.get(lemma) ?? 0,
    );
    expect(shared.lemmas).toEqual([
      { lemma: 'memo', name: false },
      { lemma: 'leak', name: false },
    ]);
    expect(shared.first.map(({ start, end }) => first.slice(start, end))).toEqual([
      'Leaked',
      'memos',
      'memo',
      'leaks',
    ]);
    expect(shared.second.map(({ start, end }) => second.slice(start, end))).toEqual([
      'memo',
      'leak',
    ]);
  });

  it('of equal weight come alphabetically', () => {
    const text = contentLemmas('walrus fox');
    const { lemmas } = sharedLemmas(text, text, () => 1);
    expect(lemmas.map(({ lemma }) => lemma)).toEqual(['fox', 'walru']);
  });

  it('tell a name from the word that is written alike', () => {
    const first = contentLemmas('We met Rose and her roses. Rose Hale smiled.');
    const second = contentLemmas('Later Rose Hale came with a hale friend; then Rose left.');
    const { lemmas, first: spans } = sharedLemmas(first, second, () => 1);
    expect(lemmas).toEqual([{ lemma: 'Rose', name: true }]);
    expect(spans).toEqual([
      { lemma: 'Rose', start: 7, end: 11 },
      { lemma: 'Rose', start: 27, end: 31 },
    ]);
  });
});
