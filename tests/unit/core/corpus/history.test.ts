import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, type Changes, type Command } from '../../../../src/core/corpus/commands.ts';
import {
  EMPTY_HISTORY,
  record,
  redo,
  undo,
  type History,
} from '../../../../src/core/corpus/history.ts';
import type { Corpus } from '../../../../src/core/corpus/model.ts';
import { aCorpus, aDocument, aGroup, inOrder } from './corpora.ts';

const GROUPS = [
  ...['A', 'B', 'C'].map((name) => aGroup(name)),
  ...['S', 'T'].map((name) => aGroup(name, 'evaluation')),
];
const DOCUMENTS = Array.from({ length: 12 }, (_, i) =>
  GROUPS.map((group) => aDocument(`text ${i}`, group, i % 3 === 0 ? 'demo' : 'own')),
).flat();
const DEMO = DOCUMENTS.filter(({ origin }) => origin === 'demo');

const group = fc.constantFrom(...GROUPS);
const documents = fc.subarray(DOCUMENTS, { maxLength: 10 });
const ids = documents.map((each) => each.map(({ id }) => id));
const command: fc.Arbitrary<Command> = fc.oneof(
  documents.map((each): Command => ({ type: 'add-documents', documents: each, groups: GROUPS })),
  ids.map((each): Command => ({ type: 'remove-documents', ids: each })),
  group.map(({ id }): Command => ({ type: 'remove-group', group: id })),
  fc
    .record({ group, name: fc.constantFrom('A', 'N', ' ', 'S') })
    .map(({ group: { id }, name }): Command => ({ type: 'rename-group', group: id, name })),
  fc.record({ ids, group }).map((move): Command => ({ type: 'move-documents', ...move })),
  fc.constant<Command>({ type: 'remove-demo' }),
  fc.constant<Command>({ type: 'restore-demo', documents: DEMO, groups: GROUPS }),
);
const step = fc.oneof(
  { weight: 4, arbitrary: command },
  fc.array(command, { maxLength: 3 }).map((commands): Command => ({ type: 'batch', commands })),
);
const start = documents.map((each) => aCorpus(each, GROUPS));

/** What storage holds after applying changes to what it held. */
function stored(before: Corpus, changes: Changes): Corpus {
  const all = new Map(before.documents);
  const groups = new Map(before.groups);
  for (const id of changes.documents.delete) all.delete(id);
  for (const each of changes.documents.put) all.set(each.id, each);
  for (const id of changes.groups.delete) groups.delete(id);
  for (const each of changes.groups.put) groups.set(each.id, each);
  return { documents: all, groups };
}

describe('history', () => {
  it('leads back and forth through the very same corpora, and storage follows', () => {
    fc.assert(
      fc.property(start, fc.array(step, { maxLength: 12 }), (first, steps) => {
        let history: History = EMPTY_HISTORY;
        let corpus = first;
        let store = first;
        const visited = [first];
        for (const each of steps) {
          const { corpus: next, inverse, changes } = apply(corpus, each);
          history = record(history, { command: each, inverse });
          store = stored(store, changes);
          visited.push((corpus = next));
        }
        const walk = (to: typeof undo, expected: readonly Corpus[]): void => {
          for (const each of expected) {
            const stepped = to(history, corpus)!;
            ({ history, corpus } = stepped);
            store = stored(store, stepped.changes);
            expect(inOrder(corpus)).toEqual(inOrder(each));
            expect(store).toEqual(corpus);
          }
          expect(to(history, corpus)).toBeNull();
        };
        expect(store).toEqual(corpus);
        walk(undo, visited.slice(0, -1).reverse());
        walk(redo, visited.slice(1));
        walk(undo, visited.slice(0, -1).reverse());
        expect(history.redo.map((entry) => entry.command)).toEqual(steps.toReversed());
      }),
      { numRuns: 300 },
    );
  });

  it('leaves no document without its group and no group newly empty', () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const end = steps.reduce((corpus, each) => apply(corpus, each).corpus, aCorpus([], []));
        const used = new Set([...end.documents.values()].map((each) => each.group));
        expect(new Set(end.groups.keys())).toEqual(used);
        for (const each of end.documents.values()) {
          expect(end.groups.get(each.group)?.role).toBe(each.role);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('forgets the oldest step beyond its bound, and what was undone when something new is done', () => {
    const remove: Command = { type: 'remove-demo' };
    const entry = { command: remove, inverse: remove };
    const full = [1, 2, 3, 4].reduce((history) => record(history, entry, 3), EMPTY_HISTORY);
    expect(full.undo).toHaveLength(3);
    const undone = undo(full, aCorpus([], []))!.history;
    expect(undone.redo).toHaveLength(1);
    expect(record(undone, entry, 3)).toMatchObject({ redo: [], undo: { length: 3 } });
  });
});
