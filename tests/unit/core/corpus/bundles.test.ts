import { describe, expect, it } from 'vitest';
import { bundled } from '../../../../src/core/corpus/bundles.ts';
import type { Draft } from '../../../../src/core/corpus/parse/draft.ts';
import { nameTwins } from '../../../../src/core/corpus/parse/twin-pairs.ts';
import { printOf } from '../../../../src/core/corpus/repeats/print.ts';
import { survey } from '../../../../src/core/corpus/repeats/survey.ts';

const NAMES = { training: 'Mine', evaluation: 'Tests' };

function draft(title: string, fields: Partial<Draft> = {}): Draft {
  const bare = { text: title, meta: new Map(), role: null, group: null, line: null } as const;
  return { ...bare, title, source: 'a.csv', shape: 'record', ...fields };
}

describe('bundled', () => {
  it('sorts by role and group, and keeps what the reader has set', () => {
    const first = bundled([draft('a'), draft('b', { group: 'G' })], [], NAMES);
    expect(first.map(({ key, drafts }) => [key, drafts.length])).toEqual([
      ['training Mine', 1],
      ['training G', 1],
    ]);
    const set = first.map((bundle) => ({ ...bundle, group: 'Other', stripped: true }));
    const next = bundled([draft('a'), draft('c'), draft('d', { role: 'evaluation' })], set, NAMES);
    expect(next.map(({ group, stripped, drafts }) => [group, stripped, drafts.length])).toEqual([
      ['Other', true, 2],
      ['Tests', false, 1],
    ]);
  });
});

describe('nameTwins', () => {
  const marked = (title: string, fields: Record<string, string>): Draft =>
    draft(title, { meta: new Map(Object.entries(fields)), line: title.charCodeAt(0) - 96 });

  it('lets two rows with the same mark name each other', () => {
    const named = nameTwins([marked('a', { twin: 'p1' }), marked('b', { twin: 'p1', id: 'B' })]);
    expect(named.map(({ meta }) => [meta.get('id'), meta.get('twin')])).toEqual([
      ['a.csv:1', 'B'],
      ['B', 'a.csv:1'],
    ]);
  });

  it.each([
    ['ids', [marked('a', { id: 'A', twin: 'B' }), marked('b', { id: 'B', twin: 'A' })]],
    ['a mark of one', [marked('a', { twin: 'p1' })]],
    ['a mark of three', ['a', 'b', 'c'].map((title) => marked(title, { twin: 'p1' }))],
    ['none', [marked('a', {})]],
  ])('leaves %s as they are', (_, drafts) => {
    expect(nameTwins(drafts)).toEqual(drafts);
  });
});

describe('survey', () => {
  const prints = (...texts: string[]) => texts.map(printOf);

  it('looks for duplicates within a role, across bunches, the earliest staying', () => {
    const { repeats } = survey([
      { key: 'a', role: 'training', prints: prints('one text', 'another') },
      { key: 'b', role: 'training', prints: prints('ONE text!') },
      { key: 'c', role: 'evaluation', prints: prints('one text') },
    ]);
    expect(repeats).toEqual([{ key: 'b', at: 0, exact: true }]);
  });
});
