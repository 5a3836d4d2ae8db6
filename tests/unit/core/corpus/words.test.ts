import { describe, expect, it } from 'vitest';
import { countWords } from '../../../../src/core/corpus/words.ts';

describe('countWords', () => {
  it.each([
    ['', 0],
    [' \n — … !? ', 0],
    ['one two  three', 3],
    ["don't, won’t; well-being", 3],
    ['trailing- -leading ’quoted’', 3],
    ['word—word', 2],
    ['2,000 steps', 3],
    ['cafe\u0301 naïve', 2],
    ['漢字 kana かな', 5],
    ['𝒜𝓁𝓅𝒽𝒶 𠮷', 2],
    ['\ud800 lone \udc00', 1],
  ])('counts %j as %i', (text, words) => {
    expect(countWords(text)).toBe(words);
  });

  it('counts a range as it counts the slice', () => {
    const text = "It didn't stop; it well-nigh ran.";
    for (let start = 0; start <= text.length; start++) {
      for (let end = start; end <= text.length; end++) {
        expect(countWords(text, start, end)).toBe(countWords(text.slice(start, end)));
      }
    }
  });
});
