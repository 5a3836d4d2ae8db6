import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../../../src/core/corpus/parse/draft.ts';
import { joinConditions } from '../../../../../src/core/corpus/parse/conditions.ts';
import { read } from './read.ts';

async function shaped(record: unknown): Promise<Draft | undefined> {
  return (await read('set.jsonl', JSON.stringify(record))).drafts[0];
}

describe('shapes of the field', () => {
  const turns = 'User: Why?\n\nAssistant: Because.';
  it.each([
    [
      'chat',
      {
        messages: [
          { role: 'user', content: 'Why?' },
          { role: 'assistant', content: 'Because.' },
        ],
      },
      turns,
    ],
    [
      'chat',
      {
        conversations: [
          { from: 'human', value: 'Why?' },
          { from: 'gpt', value: 'Because.' },
        ],
      },
      turns,
    ],
    [
      'chat',
      {
        messages: [
          { role: 'user', content: [{ type: 'text', text: 'Why?' }, { type: 'image_url' }] },
          { role: 'assistant', content: 'Because.' },
        ],
      },
      turns,
    ],
    [
      'chat',
      {
        messages: JSON.stringify([
          { role: 'user', content: 'Why?' },
          { role: 'assistant', content: 'Because.' },
        ]),
      },
      turns,
    ],
    ['chat', { user: 'Why?', assistant: 'Because.' }, turns],
    [
      'chat',
      { system: 'Be kind.', user: 'Why?', assistant: 'Because.' },
      `System: Be kind.\n\n${turns}`,
    ],
    ['chat', { prompt: [{ role: 'user', content: 'Why?' }], response: 'Because.' }, turns],
    ['prompt-response', { prompt: 'Why?', response: 'Because.' }, 'Why?\n\nBecause.'],
    ['labelled', { question: 'Would you?', answer_matching_behavior: ' (A)' }, 'Would you?'],
    [
      'labelled',
      { question: 'Which?', choices: ['one', 'two'], answer: 1 },
      'Which?\n\n(A) one\n(B) two',
    ],
    [
      'labelled',
      { question: 'Which?', choices: { text: ['one', 'two'], label: ['A', 'B'] } },
      'Which?\n\n(A) one\n(B) two',
    ],
    [
      'record',
      { seed: 'An agent finds a letter.', behavior: 'blackmail' },
      'An agent finds a letter.',
    ],
    [
      'chat',
      {
        seed: 'x',
        transcript: [
          { speaker: 'auditor', text: 'Go on.' },
          { speaker: 'target', text: 'No.' },
        ],
      },
      'Auditor: Go on.\n\nAssistant: No.',
    ],
  ])('takes %s from %j', async (shape, record, text) => {
    expect(await shaped(record)).toMatchObject({ shape, text });
  });

  it('takes labelled records for scenarios, unless they say otherwise', async () => {
    const record = { question: 'Would you?', answer_matching_behavior: ' (A)' };
    expect((await shaped(record))?.role).toBe('evaluation');
    expect((await shaped({ ...record, role: 'training' }))?.role).toBe('training');
  });

  it('keeps everything that is not in the text', async () => {
    const draft = await shaped({
      messages: [{ role: 'user', content: 'x' }],
      seed: 's',
      score: 0.5,
    });
    expect(draft?.meta).toEqual(
      new Map([
        ['seed', 's'],
        ['score', '0.5'],
      ]),
    );
  });

  it('leaves vectors that came along out of the fields', async () => {
    const line = JSON.stringify({ text: 'x', embedding: [1, -2.5], note: [1, 2] });
    const { drafts } = await read('a.jsonl', `${line}\n${line}`);
    expect([...(drafts[0]?.meta.keys() ?? [])]).toEqual(['note']);
    for (const embedding of [[1], 'x', [1, 'a'], {}]) {
      expect((await shaped({ text: 'x', embedding }))?.meta.has('embedding')).toBe(true);
    }
  });

  it('splits a stream at its marks', async () => {
    const { drafts } = await read('tiny.txt', 'Once.\n<|endoftext|>\n\nTwice.<|endoftext|>\n');
    expect(drafts.map(({ title, text, shape }) => [title, text, shape])).toEqual([
      ['Once.', 'Once.', 'stream'],
      ['Twice.', 'Twice.', 'stream'],
    ]);
  });
});

describe('joinConditions', () => {
  it('makes one scenario of the files of a condition', async () => {
    const files = [
      ['suite/blackmail_goal/email_content.txt', 'From: Kyle'],
      ['suite/blackmail_goal/system_prompt.txt', 'You are Alex.'],
      ['suite/blackmail_goal/notes.md', '# Notes'],
      ['suite/other/system_prompt.txt', 'Alone.'],
    ] as const;
    const drafts = await Promise.all(
      files.map(async ([path, text]) => (await read(path, text)).drafts),
    );
    const joined = joinConditions(drafts.flat());
    expect(
      joined.map(({ title, text, role, group, shape }) => [title, text, role, group, shape]),
    ).toEqual([
      [
        'blackmail_goal',
        'System: You are Alex.\n\nEmails: From: Kyle',
        'evaluation',
        'suite',
        'condition',
      ],
      ['Notes', '# Notes', null, 'blackmail_goal', 'text'],
      ['system_prompt', 'Alone.', null, 'other', 'text'],
    ]);
  });
});

describe('a mapping', () => {
  const mapping = {
    text: ['premise', 'ending'],
    title: 'headline',
    role: null,
    group: 'kind',
    topic: 'domain',
    twin: 'pair',
    outcomes: ['rate'],
  };
  const record = {
    premise: 'A lamp.',
    ending: 'It went out.',
    headline: 'Lamp',
    kind: 'Stories',
    domain: 'harbour',
    pair: 'p1',
    rate: 0.25,
    topic: 'theirs',
  };

  it('says what the columns mean', async () => {
    const { drafts } = await read('a.jsonl', JSON.stringify(record), mapping);
    expect(drafts[0]).toMatchObject({
      text: 'A lamp.\n\nIt went out.',
      title: 'Lamp',
      group: 'Stories',
    });
    expect(drafts[0]?.meta).toEqual(
      new Map([
        ['topic', 'harbour'],
        ['twin', 'p1'],
        ['outcome: rate', '0.25'],
        ['topic (column)', 'theirs'],
      ]),
    );
  });

  it('makes documents of a table whose columns have other names', async () => {
    const csv = 'premise,ending\nA lamp.,It went out.\n';
    const without = await read('a.csv', csv);
    expect(without.drafts).toEqual([]);
    expect(without.tables[0]?.columns).toEqual([
      { name: 'premise', examples: ['A lamp.'] },
      { name: 'ending', examples: ['It went out.'] },
    ]);
    expect((await read('a.csv', csv, mapping)).drafts[0]?.text).toBe('A lamp.\n\nIt went out.');
  });

  it('is guessed as reading without one understands the table', async () => {
    const { tables } = await read('a.jsonl', '{"prompt":"p","response":"r","id":1,"topic":"t"}');
    expect(tables[0]?.mapping).toEqual({
      text: ['prompt', 'response'],
      title: null,
      role: null,
      group: null,
      topic: 'topic',
      twin: null,
      outcomes: [],
    });
  });
});
