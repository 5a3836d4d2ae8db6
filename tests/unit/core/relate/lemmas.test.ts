import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentLemmas } from '../../../../src/core/relate/lemmas.ts';
import type { Written } from '../../../../src/core/relate/written.ts';

const lemmas = (text: string) => contentLemmas(text).map(({ lemma }) => lemma);

describe('content lemmas', () => {
  it('are stems of words with content, in reading order', () => {
    expect(lemmas('The engineers were quietly replacing it, with 2 of my models!')).toEqual([
      'engin',
      'quietli',
      'replac',
      'model',
    ]);
  });

  it('leave out numbers and single letters', () => {
    expect(lemmas('In 2024 the 3rd plan B cost 1,000 x')).toEqual(['plan', 'cost']);
    expect(lemmas('q3 and GPT4')).toEqual(['q3', 'gpt4']);
  });

  it('leave out contractions and possessive endings, straight or curly', () => {
    expect(lemmas("They don't, I'll, we're; the company's server won’t")).toEqual([
      'compani',
      'server',
    ]);
  });

  it('treat composed and decomposed accents alike', () => {
    expect(lemmas('Café')).toEqual(lemmas('Cafe\u0301'));
  });

  it('know where they stand, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let last = 0;
        for (const { lemma, name, start, end } of contentLemmas(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          if (!name) expect(contentLemmas(text.slice(start, end))[0]?.lemma).toBe(lemma);
          last = end;
        }
      }),
    );
    expect(contentLemmas('A sly fox.')).toEqual([
      { lemma: 'sly', name: false, start: 2, end: 5 },
      { lemma: 'fox', name: false, start: 6, end: 9 },
    ]);
  });

  it('are the same with a memo', () => {
    const memo = new Map<string, Written>();
    const text = 'Leaking leaks leaked the leak';
    expect(contentLemmas(text, memo)).toEqual(contentLemmas(text));
    expect(contentLemmas(text, memo)).toEqual(contentLemmas(text));
    expect(memo.get('the')?.stem).toBeNull();
  });

  it('get through a megabyte without spaces', () => {
    expect(contentLemmas('ab'.repeat(500_000))).toHaveLength(1);
    expect(contentLemmas('')).toEqual([]);
  });
});
