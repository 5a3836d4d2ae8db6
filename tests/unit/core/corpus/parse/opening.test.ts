import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openingWords, Openings } from '../../../../../src/core/corpus/parse/opening.ts';
import { OPENING_CHARS } from '../../../../../src/core/limits.ts';
import { read } from './read.ts';

const titles = async (path: string, content: string): Promise<string[]> =>
  (await read(path, content)).drafts.map(({ title }) => title);

const jsonl = (...records: object[]): string =>
  records.map((each) => JSON.stringify(each)).join('\n');

describe('the first words of a text', () => {
  it.each([
    ['A short one.', 'A short one.'],
    ['  Two\n\n lines\t of it ', 'Two lines of it'],
    ['## The heading\n\nand more', 'The heading and more'],
    [
      'My neighbour keeps parking in front of my gate, and I do not know what to say',
      'My neighbour keeps parking in front of my gate, and I do not…',
    ],
    // The comma before the cut goes.
    [`${'word '.repeat(11)}word, and more`, `${'word '.repeat(11)}word…`],
    // One word without an end, and a language without spaces.
    ['x'.repeat(300), `${'x'.repeat(OPENING_CHARS)}…`],
    [`See ${'x'.repeat(300)}`, `See ${'x'.repeat(OPENING_CHARS - 4)}…`],
    ['灯台守'.repeat(40), `${'灯台守'.repeat(20)}…`],
    // No half of a character is left where the cut goes through it.
    [`${'x'.repeat(OPENING_CHARS - 1)}${'😀'.repeat(9)}`, `${'x'.repeat(OPENING_CHARS - 1)}…`],
    ['', ''],
    [' \n', ''],
    ['— !!! —', ''],
  ])('of %j are %j', (text, words) => {
    expect(openingWords(text)).toBe(words);
  });

  it('are one line of at most the limit and an ellipsis, and never half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const words = openingWords(text);
        expect(words.length).toBeLessThanOrEqual(OPENING_CHARS + 1);
        expect(words).not.toMatch(/[\n\r]/);
        expect(words.isWellFormed()).toBe(true);
      }),
      { seed: 12 },
    );
  });

  it('that come again in a file have the mark of their text behind them', () => {
    const openings = new Openings('sets/evals.jsonl');
    expect(openings.title('You are Alex.', 'a-1')).toBe('You are Alex.');
    expect(openings.title('You are Alex.', 'a-2')).toBe('You are Alex. (a-2)');
    expect(openings.title('You are Kim.', 'a-3')).toBe('You are Kim.');
    expect(openings.title('…', 'a-4')).toBe('evals:a-4');
  });
});

describe('the title of a record without one', () => {
  it('is the first thing that a user says in a chat', async () => {
    const said = 'My sister borrowed my savings and now says it was a gift, what should I do?';
    const short = 'My sister borrowed my savings and now says it was a gift,';
    const turns = [
      { role: 'system', content: 'You are a careful adviser.' },
      { role: 'user', content: said },
      { role: 'assistant', content: 'Start with what you agreed.' },
    ];
    const records = [
      { id: 'c1', messages: turns },
      { id: 'c2', system: 'Be kind.', user: 'Why?', assistant: 'Because.' },
      { id: 'c3', transcript: [{ speaker: 'auditor', text: 'Go on.' }] },
      { id: 'c4', messages: [{ role: 'system', content: 'Only this.' }] },
    ];
    expect(await titles('chats.jsonl', jsonl(...records))).toEqual([
      `${short.slice(0, -1)}…`,
      'Why?',
      'Go on.',
      'Only this.',
    ]);
    const { drafts } = await read('chats.jsonl', jsonl(...records));
    expect(drafts.map(({ meta }) => meta.get('id'))).toEqual(['c1', 'c2', 'c3', 'c4']);
  });

  it('is what is asked, or the text itself, whatever the file', async () => {
    const choice = { id: 'q', question: 'Which one?', choices: ['a', 'b'] };
    const pair = { prompt: 'Write to me.', completion: 'Dear you.' };
    expect(await titles('q.jsonl', jsonl(choice, pair))).toEqual(['Which one?', 'Write to me.']);
    expect(await titles('t.csv', 'id,text\n1,A lamp.\n2,A lamp.\n')).toEqual([
      'A lamp.',
      'A lamp. (2)',
    ]);
    expect(await titles('t.json', '{"k":"A lamp."}')).toEqual(['A lamp.']);
  });

  it('is that of its field where it has one, and of the file where people named it', async () => {
    expect(await titles('a.jsonl', jsonl({ title: 'Mine', text: 'x' }))).toEqual(['Mine']);
    expect(await titles('a.jsonl', jsonl({ name: 'Mine', text: 'x' }))).toEqual(['Mine']);
    expect(await titles('The lamp.txt', 'It went out.')).toEqual(['The lamp']);
    expect(await titles('lamp.md', '---\nid: l-1\n---\nIt went out.')).toEqual(['lamp']);
  });

  it('follows the columns that the reader says are the text', async () => {
    const mapping = {
      text: ['talk', 'rest'],
      title: null,
      role: null,
      group: null,
      topic: null,
      twin: null,
      outcomes: [],
    };
    const talk = [
      { from: 'system', value: 'Be kind.' },
      { from: 'human', value: 'Why?' },
    ];
    const { drafts } = await read(
      'a.jsonl',
      jsonl({ talk, rest: 'r' }, { rest: 'Only.' }),
      mapping,
    );
    expect(drafts.map(({ title }) => title)).toEqual(['Why?', 'Only.']);
  });
});
