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
    expect(shared.lemmas).toEqual(['memo', 'leak']);
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
    expect(sharedLemmas(text, text, () => 1).lemmas).toEqual(['fox', 'walru']);
  });
});
