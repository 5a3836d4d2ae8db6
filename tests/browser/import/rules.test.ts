import { afterAll, expect, it } from 'vitest';
import type { Rule, Sortable } from '../../../src/core/corpus/rules/rule.ts';
import { isError } from '../../../src/core/errors.ts';
import { Engine } from '../../../src/engine/engine.ts';
import { sortByRules } from '../../../src/engine/sort-by-rules.ts';

const { sorter } = new Engine();
afterAll(() => sorter.terminate());

const rule = (pattern: string, part: Partial<Rule> = {}): Rule => ({
  id: pattern,
  subject: 'text',
  field: '',
  test: 'matches',
  pattern,
  role: null,
  group: '',
  ...part,
});
const document = (text: string): Sortable => ({
  path: '',
  title: '',
  text,
  group: '',
  meta: new Map(),
});
const { signal } = new AbortController();

it('finds the first rule of each of many documents', async () => {
  const filler = 'The keeper wrote down every ship that passed. '.repeat(2000);
  const documents = Array.from({ length: 60 }, (_, i) => document(`${filler}Ship ${i}.`));
  const found = await sortByRules(sorter, [rule('ship \\d\\.$'), rule('ship 1')], documents, {
    signal,
  });
  expect(found.map((each) => each?.pattern ?? null)).toEqual(
    documents.map((_, i) => (i < 10 ? 'ship \\d\\.$' : i < 20 ? 'ship 1' : null)),
  );
}, 120_000);

it('stops a pattern that would never end, names it, and works on', async () => {
  const endless = document(`${'a'.repeat(60)}b`);
  const rules = [rule('c'), rule('^(a+)+$')];
  const thrown = await sortByRules(sorter, rules, [endless], { signal, silenceMs: 500 }).catch(
    (reason: unknown) => reason,
  );
  expect(isError(thrown, 'pattern-stuck') && thrown.params.pattern).toBe('^(a+)+$');
  const found = await sortByRules(sorter, [rule('^a+b$')], [endless], { signal });
  expect(found.map((each) => each?.pattern)).toEqual(['^a+b$']);
}, 120_000);

it('gives up at once when a newer question is asked', async () => {
  const control = new AbortController();
  const asked = sortByRules(sorter, [rule('^(a+)+$')], [document(`${'a'.repeat(60)}b`)], {
    signal: control.signal,
  });
  control.abort();
  await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
  sorter.terminate();
}, 120_000);
