import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_PROBLEMS_PER_FILE, MAX_RECORDS_PER_FILE } from '../../../../../src/core/limits.ts';
import { problems, read, texts } from './read.ts';

const FIELDS = ['text', 'prompt', 'question', 'statement', 'passage', 'content', 'completion'];

describe('parseJsonl', () => {
  it('reads good lines around bad ones, with line numbers', async () => {
    const parsed = await read(
      'set.jsonl',
      '\ufeff{"text":"one"}\r\n\r\n{"text":\n[1]\n"text"\n{"note":"x"}\n{"text":" "}\n{"text":"two"}',
    );
    expect(texts(parsed)).toEqual(['one', 'two']);
    expect(parsed.drafts.map(({ line, title }) => [line, title])).toEqual([
      [1, 'one'],
      [8, 'two'],
    ]);
    expect(problems(parsed)).toEqual([
      'json-malformed:3',
      'json-malformed:4',
      'json-malformed:5',
      'record-without-text:6',
      'record-without-text:7',
    ]);
  });

  it.each([...FIELDS, 'raw_response', 'Text'])('finds the text under %s', async (name) => {
    expect(texts(await read('a.jsonl', JSON.stringify({ [name]: 'found', other: 'x' })))).toEqual([
      'found',
    ]);
  });

  it('prefers the earlier name and keeps the other as meta', async () => {
    const [draft] = (await read('a.jsonl', '{"passage":"q","text":"p","id":7}')).drafts;
    expect(draft).toMatchObject({ text: 'p', title: 'p' });
    expect(draft?.meta).toEqual(
      new Map([
        ['passage', 'q'],
        ['id', '7'],
      ]),
    );
  });

  it.each(['completion', 'response', 'answer'])('joins a prompt and its %s', async (name) => {
    const { drafts } = await read(
      'a.jsonl',
      JSON.stringify({ [name]: 'An answer.', prompt: 'Why?' }),
    );
    const [draft] = drafts;
    expect(draft?.text).toBe('Why?\n\nAn answer.');
    expect(draft?.meta).toEqual(new Map());
  });

  it('takes title, role and group, and turns other values into strings', async () => {
    const record = { title: 'T', text: 'x', role: 'Evaluation', group: 'G', n: 1, o: [1], z: null };
    expect((await read('d/a.jsonl', JSON.stringify(record))).drafts[0]).toMatchObject({
      title: 'T',
      role: 'evaluation',
      group: 'G',
      meta: new Map([
        ['n', '1'],
        ['o', '[1]'],
      ]),
    });
  });

  it('takes no object for a text', async () => {
    expect(problems(await read('a.jsonl', '{"content":[{"text":"x"}]}'))).toEqual([
      'record-without-text:1',
    ]);
  });

  it('keeps "__proto__" a name', async () => {
    const { drafts } = await read(
      'a.jsonl',
      '{"__proto__":{"text":"evil"},"text":"x","constructor":"c"}',
    );
    const [draft] = drafts;
    expect([...(draft?.meta.keys() ?? [])]).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>).text).toBeUndefined();
  });

  it('ends a 50 MB line with an error', async () => {
    const line = `{"text":"${'a'.repeat(50_000_000)}"}`;
    const parsed = await read('a.jsonl', `${line}\n{"text":"after"}`);
    expect(problems(parsed)).toEqual(['document-too-long:1']);
    expect(texts(parsed)).toEqual(['after']);
  });

  it('reports deep nesting instead of overflowing', async () => {
    const deep = `{"text":"x","deep":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    const parsed = await read('a.jsonl', `${deep}\n{"text":"after"}`);
    expect(texts(parsed)).toContain('after');
  });

  it('counts problems beyond the limit and gives up a file of garbage', async () => {
    const parsed = await read('a.jsonl', 'x\n'.repeat(200_000));
    expect(parsed.problems).toHaveLength(MAX_PROBLEMS_PER_FILE);
    expect(parsed.notes).toEqual([
      { code: 'stopped-reading', file: 'a.jsonl', line: 10_000 },
      { code: 'more-problems', file: 'a.jsonl', count: 10_000 - MAX_PROBLEMS_PER_FILE },
    ]);
  });

  it('reads no more documents than the limit, and says so', async () => {
    const parsed = await read('a.jsonl', '{"text":"a"}\n'.repeat(MAX_RECORDS_PER_FILE + 1));
    expect(parsed.drafts).toHaveLength(MAX_RECORDS_PER_FILE);
    expect(parsed.notes).toEqual([
      { code: 'more-records', file: 'a.jsonl', line: MAX_RECORDS_PER_FILE },
    ]);
  });

  it('brings every record through', async () => {
    const record = fc.dictionary(fc.string(), fc.jsonValue());
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1 }), async (records) => {
        const lines = records.map((each, i) => JSON.stringify({ ...each, text: `t${i}` }));
        const parsed = await read('a.jsonl', lines.join('\n'));
        expect(texts(parsed)).toEqual(records.map((_, i) => `t${i}`));
      }),
    );
  });
});
