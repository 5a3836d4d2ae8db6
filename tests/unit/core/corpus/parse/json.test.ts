import { describe, expect, it } from 'vitest';
import { problems, read, texts } from './read.ts';

const json = (value: unknown) => read('set.json', JSON.stringify(value));

describe('parseJson', () => {
  it.each([
    ['a list of records', [{ text: 'one' }, { text: 'two' }], ['one', 'two']],
    ['a list of texts', ['one', 'two'], ['one', 'two']],
    ['one record', { text: 'one', tags: [{ text: 'no' }] }, ['one']],
    ['a list in a field', { version: 1, rows: [{ text: 'one' }, { text: 'two' }] }, ['one', 'two']],
    ['the longest list', { notes: [{ text: 'x' }], data: ['one', 'two'] }, ['one', 'two']],
    ['records by their ids', { a: { text: 'one' }, b: { text: 'two' } }, ['one', 'two']],
    ['texts by their ids', { a: 'one', b: 'two' }, ['one', 'two']],
    ['a bare text', 'one', ['one']],
  ])('reads %s', async (_, value, expected) => {
    expect(texts(await json(value))).toEqual(expected);
  });

  it('keeps the key of a record as its id', async () => {
    const { drafts } = await json({ a: { text: 'one' }, b: { text: 'two', id: 'own' } });
    expect(drafts.map(({ meta }) => meta.get('id'))).toEqual(['a', 'own']);
  });

  it.each([[7], [null], [[null, 3, []]], [{ a: 1 }]])('has no text in %j', async (value) => {
    const parsed = await json(value);
    expect(parsed.drafts).toEqual([]);
    expect(parsed.problems.length).toBeGreaterThan(0);
    expect(problems(parsed).join()).not.toContain('unexpected');
  });

  it('names a file that is no JSON', async () => {
    expect(problems(await read('a.json', '{"text": "cut o'))).toEqual(['json-file-malformed']);
  });

  it('keeps "__proto__" a name', async () => {
    const { drafts } = await read('a.json', '[{"__proto__":{"text":"evil"},"text":"x"}]');
    expect([...(drafts[0]?.meta.keys() ?? [])]).toEqual(['__proto__']);
    expect(Reflect.get({}, 'text')).toBeUndefined();
  });

  it.each([
    ['lists', '['.repeat(1e6) + ']'.repeat(1e6)],
    ['objects', '{"a":'.repeat(1e6) + '1' + '}'.repeat(1e6)],
    ['a field', `[{"text":"x","deep":${'['.repeat(1e6)}${']'.repeat(1e6)}}]`],
  ])('ends a million levels of %s with an error', async (_, text) => {
    const parsed = await read('deep.json', text);
    expect(parsed.drafts).toEqual([]);
    expect(problems(parsed)).toEqual(['json-malformed:1']);
  });
});
