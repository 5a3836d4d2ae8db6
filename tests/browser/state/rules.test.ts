import { expect, it, vi } from 'vitest';
import type { Sortable } from '../../../src/core/corpus/rules/rule.ts';
import { NO_RULE } from '../../../src/core/corpus/rules/catching.ts';
import { Rules } from '../../../src/state/rules.svelte.ts';
import { FakeClient, fakeEngine } from './fake-engine.ts';

const titled = (title: string): Sortable => ({
  path: '',
  title,
  text: '',
  group: '',
  meta: new Map(),
});
const ITEMS = ['Log', 'Tale', 'Essay'].map(titled);

function opened() {
  const sorter = new FakeClient();
  const { engine } = fakeEngine();
  const answered = vi.fn();
  const rules = new Rules(
    Object.assign(engine, { sorter }),
    () => ITEMS,
    (item) => item,
    answered,
  );
  return { rules, sorter, answered };
}

it('counts what each rule is the first to fit, and asks nobody where documents go', async () => {
  const { rules, sorter, answered } = opened();
  rules.add({ subject: 'title' });
  const id = rules.list[0]!.id;
  expect(sorter.jobs).toHaveLength(0);
  rules.edit(id, { pattern: 'log' });
  expect(rules.asking).toBe(true);
  sorter.jobs[0]?.resolve(Int32Array.of(0, NO_RULE, 0));
  await vi.waitUntil(() => !rules.asking);
  expect(rules.counts).toEqual(new Map([[id, 2]]));
  expect(answered).toHaveBeenCalledTimes(1);
  rules.send(id, { role: 'evaluation' });
  expect(sorter.jobs).toHaveLength(1);
  expect(ITEMS.map((item) => rules.of(item)?.role ?? null)).toEqual([
    'evaluation',
    null,
    'evaluation',
  ]);
});

it('drops the answer to an older question', async () => {
  const { rules, sorter } = opened();
  rules.add({ subject: 'title', pattern: 'l' });
  const id = rules.list[0]!.id;
  rules.edit(id, { pattern: 'lo' });
  rules.edit(id, { pattern: 'log' });
  sorter.jobs[1]?.resolve(Int32Array.of(NO_RULE, 0, NO_RULE));
  await vi.waitUntil(() => !rules.asking);
  expect(ITEMS.map((item) => rules.of(item) !== null)).toEqual([false, true, false]);
  expect(sorter.jobs[0]?.signal?.aborted).toBe(true);
});

it('shows a malformed pattern at once and asks the other rules', async () => {
  const { rules, sorter } = opened();
  rules.add({ subject: 'title', test: 'matches', pattern: 'log' });
  rules.add({ subject: 'title', test: 'matches' });
  const [, bad] = rules.list;
  rules.edit(bad!.id, { pattern: '(' });
  expect(rules.problems.get(bad!.id)?.code).toBe('pattern-malformed');
  expect(sorter.jobs[0]?.input).toMatchObject({ rules: [{ pattern: 'log' }] });
  rules.raise(bad!.id);
  expect(rules.list.map(({ pattern }) => pattern)).toEqual(['(', 'log']);
});

it('forgets everything, and ends what is still looking', () => {
  const { rules, sorter } = opened();
  rules.add({ subject: 'title', pattern: 'log' });
  rules.edit(rules.list[0]!.id, { pattern: 'lo' });
  rules.clear();
  expect([rules.list, rules.asking, sorter.terminated]).toEqual([[], false, 1]);
});
