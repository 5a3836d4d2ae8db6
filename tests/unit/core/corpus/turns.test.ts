import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunk } from '../../../../src/core/corpus/chunk.ts';
import { turnStarts } from '../../../../src/core/corpus/turns.ts';
import { countWords } from '../../../../src/core/corpus/words.ts';

/** Sentences of ten words. */
const says = (sentences: number): string =>
  Array.from({ length: sentences }, () => 'One two three four five six seven eight nine ten.').join(
    ' ',
  );

const passages = (text: string): string[] =>
  chunk(text).map(({ start, end }) => text.slice(start, end));

describe('turnStarts', () => {
  it('finds the turns of a conversation', () => {
    const text = 'User: Why?\n\nAssistant: Because.\n\nIt was promised.\n\nUser: Thanks.';
    expect(turnStarts(text).map((start) => text.slice(start, start + 5))).toEqual([
      'User:',
      'Assis',
      'User:',
    ]);
  });

  it.each([
    ['nothing', ''],
    ['prose', 'The keeper said: go.\n\nNote: she went.'],
    ['a play', 'Dov: Why?\n\nUpper: Because.'],
    ['one speaker', 'User: Why?\n\nUser: Really?'],
    ['a letter before it', 'Dear all,\n\nUser: Why?\n\nAssistant: Because.'],
    ['lines, not paragraphs', 'User: Why?\nAssistant: Because.'],
  ])('finds none in %s', (_, text) => {
    expect(turnStarts(text)).toEqual([]);
  });
});

describe('chunk: conversations', () => {
  it('keeps a turn whole that fits', () => {
    const [ask, answer] = [`User: ${says(5)}`, `Assistant: ${says(8)}`];
    expect(passages(`${ask}\n\n${answer}`)).toEqual([ask, answer]);
    // As prose the first sentences of the answer would have gone into the first passage.
    expect(passages(`${says(5)}\n\n${says(8)}`)[0]).toHaveLength(says(6).length + 1);
  });

  it('puts short turns together and cuts a long one by sentences', () => {
    const text = `User: ${says(2)}\n\nAssistant: ${says(2)}\n\nUser: ${says(3)}\n\nAssistant: ${says(20)}`;
    expect(passages(text).map((passage) => countWords(passage))).toEqual([73, 61, 60, 80]);
  });

  it('covers every character once, offsets exact, whatever is said', () => {
    const said = fc.string({
      unit: fc.constantFrom('a ', '. ', 'B', '\n', '\n\n', '\ud83d', '漢', ': ', 'User'),
    });
    const turn = fc.tuple(fc.constantFrom('User', 'Assistant', 'System', 'Tool'), said, fc.nat(14));
    fc.assert(
      fc.property(fc.array(turn, { minLength: 1, maxLength: 8 }), (turns) => {
        const text = turns.map(([who, what, long]) => `${who}: ${what}${says(long)}`).join('\n\n');
        let after = 0;
        for (const { start, end } of chunk(text)) {
          expect(text.slice(after, start).trim()).toBe('');
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          after = end;
        }
        expect(text.slice(after).trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });
});
