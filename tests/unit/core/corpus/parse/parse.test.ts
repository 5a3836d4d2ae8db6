import { describe, expect, it } from 'vitest';
import { MAX_DOCUMENT_CHARS, MAX_FILE_BYTES } from '../../../../../src/core/limits.ts';
import { problems, read } from './read.ts';

describe('parseFile: places', () => {
  it.each([
    ['a.txt', null, null],
    ['stories/a.txt', 'stories', null],
    ['mix/stories/a.txt', 'stories', null],
    ['scenarios/a.txt', 'scenarios', 'evaluation'],
    ['Eval set/blackmail/a.txt', 'blackmail', 'evaluation'],
    ['agentic_honeypots/a.txt', 'agentic_honeypots', 'evaluation'],
    ['TestScenarios/a.txt', 'TestScenarios', 'evaluation'],
    ['contests/latest/a.txt', 'latest', null],
    ['scenarios.txt', null, null],
  ])('%s lies in group %s with role %s', async (path, group, role) => {
    expect((await read(path, 'Text.')).drafts[0]).toMatchObject({
      group,
      role,
      source: path,
      line: null,
    });
  });

  it('lets a file of records say its role by its name', async () => {
    const [draft] = (await read('scenarios.jsonl', '{"text":"a"}')).drafts;
    expect(draft).toMatchObject({ group: null, role: 'evaluation' });
  });
});

describe('parseFile: markdown and text', () => {
  it('names a text after its file and keeps it as written', async () => {
    const [draft] = (await read('x/the keeper.v2.txt', ' One.\r\n\r\nTwo. ')).drafts;
    expect(draft).toMatchObject({ title: 'the keeper.v2', text: ' One.\r\n\r\nTwo. ' });
  });

  it.each([
    ['---\ntitle: From the block\n---\n# Heading\n', 'From the block'],
    ['text\n\n## **The Keeper** ##\n', 'The Keeper'],
    ['#hashtag\n', 'file'],
    [`# ${'long '.repeat(100)}`, `${'long '.repeat(100).slice(0, 199)}…`],
  ])('titles %j', async (content, title) => {
    expect((await read('file.md', content)).drafts[0]?.title).toBe(title);
  });

  it('takes role, group and meta from the front matter, before the folder', async () => {
    const content = '---\nrole: training\ngroup: Essays\nTopic: limits\n---\n\n# Why\n\nBody <b>.';
    expect((await read('evals/a.md', content)).drafts[0]).toEqual({
      title: 'Why',
      text: '# Why\n\nBody <b>.',
      meta: new Map([['Topic', 'limits']]),
      role: 'training',
      group: 'Essays',
      shape: 'text',
      source: 'evals/a.md',
      line: null,
    });
  });

  it('keeps a role that is none of ours as meta', async () => {
    const [draft] = (await read('a.md', '---\nrole: user\n---\nBody')).drafts;
    expect(draft).toMatchObject({ role: null, meta: new Map([['role', 'user']]) });
  });
});

describe('parseFile: bad files', () => {
  it.each([
    ['picture.png', 'text', 'file-unsupported'],
    ['README', 'text', 'file-unsupported'],
    ['a.md', '', 'file-empty'],
    ['a.md', '---\ntitle: x\n---\n\n', 'file-empty'],
    ['a.csv', 'title,text\n\n , \n', 'file-empty'],
    ['a.txt', 'PK\x03\x04', 'file-binary'],
    ['a.txt', 'a'.repeat(MAX_DOCUMENT_CHARS + 1), 'document-too-long:1'],
  ])('%s', async (path, content, code) => {
    const parsed = await read(path, content);
    expect(problems(parsed)).toEqual([code]);
    expect(parsed.drafts).toEqual([]);
  });

  it('refuses a file above the limit without decoding it', async () => {
    const parsed = await read('big.txt', new Uint8Array(MAX_FILE_BYTES + 1));
    expect(parsed.problems[0]?.toRecord()).toMatchObject({
      code: 'file-too-large',
      params: { file: 'big.txt', bytes: MAX_FILE_BYTES + 1, limit: MAX_FILE_BYTES },
    });
  });

  it('says when an encoding was guessed', async () => {
    expect((await read('d/a.txt', new Uint8Array([0x57, 0xe4]))).notes).toEqual([
      { code: 'decoded-as-windows-1252', file: 'd/a.txt' },
    ]);
  });
});
