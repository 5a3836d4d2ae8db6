import { describe, expect, it } from 'vitest';
import { wordsIn } from '../../../../src/ui/corpus/preview.ts';

describe('wordsIn', () => {
  it('counts exactly', () => {
    expect(wordsIn([{ text: 'One two  three.\nFour' }, { text: '' }])).toEqual({
      words: 4,
      exact: true,
    });
  });

  it('estimates what would take long to count, to two figures', () => {
    const text = 'word '.repeat(100_000);
    const drafts = Array.from({ length: 9 }, () => ({ text }));
    expect(wordsIn(drafts)).toEqual({ words: 900_000, exact: false });
  });
});
