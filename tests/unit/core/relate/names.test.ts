import { describe, expect, it } from 'vitest';
import { contentLemmas } from '../../../../src/core/relate/lemmas.ts';

const names = (text: string) => [
  ...new Set(contentLemmas(text).flatMap(({ lemma, name }) => (name ? [lemma] : []))),
];
const lemmas = (text: string) => contentLemmas(text).map(({ lemma }) => lemma);

describe('names', () => {
  it('are words written with a capital inside a sentence, wherever else they stand', () => {
    expect(lemmas('Rose came. We saw Rose and her roses; later Rose’s roses faded.')).toEqual([
      'Rose',
      'came',
      'saw',
      'Rose',
      'rose',
      'later',
      'Rose',
      'rose',
      'fade',
    ]);
  });

  it('are not what the same text also writes small', () => {
    expect(names('She named her Rose. A rose is a rose, said Rose.')).toEqual([]);
    expect(names('The old man, Hale, was hale.')).toEqual([]);
  });

  it('are not what only begins a sentence, a quotation, a line or a list', () => {
    expect(
      names('Keepers wrote. “Bring light,” he said: Everyone came. (Later it rained.)'),
    ).toEqual([]);
    expect(names('Take:\nBread\nButter\n- Milk')).toEqual([]);
  });

  it('are not the words of a heading in capitals', () => {
    expect(names('The Lighthouse and the Keeper\n\nThe keeper wrote.')).toEqual([]);
    expect(names('The Lighthouse and the Keeper')).toEqual([]);
    expect(names('Ask Mira Keeper.')).toEqual(['Mira', 'Keeper']);
  });

  it('are seen after a title, which is none itself', () => {
    expect(names('There was Dr. Hale, and with him Mrs Vail.')).toEqual(['Hale', 'Vail']);
  });

  it('are not shouted words, unless they are names elsewhere', () => {
    expect(names('The engine said STOP and the CEO left.')).toEqual([]);
    expect(lemmas('HALE: no. She asked Hale.')).toEqual(['Hale', 'ask', 'Hale']);
  });

  it('leave weekdays to the words, so that texts agree on them', () => {
    expect(lemmas('We met on Friday. Friday came.').filter((lemma) => lemma === 'fridai')).toEqual([
      'fridai',
      'fridai',
    ]);
  });

  it('never equal a stem', () => {
    expect(lemmas('We saw Éloïse and eloise.')).toEqual(['saw', 'Éloïse', 'elois']);
  });
});
