import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, type Command } from '../../../../src/core/corpus/commands.ts';
import { EMPTY_CORPUS, type Corpus, type Group } from '../../../../src/core/corpus/model.ts';
import { withSlots } from '../../../../src/core/corpus/slots.ts';
import { aCorpus, aDocument, aGroup } from './corpora.ts';

const [A, B] = [aGroup('A'), aGroup('B')];
const S = aGroup('S', 'evaluation');
const MINE = aGroup('Mine');
const DEMO = aCorpus(
  [aDocument('a', A, 'demo'), aDocument('b', B, 'demo'), aDocument('s', S, 'demo')],
  [A, B, S],
);
const restoreDemo: Command = {
  type: 'restore-demo',
  documents: [...DEMO.documents.values()],
  groups: [...DEMO.groups.values()],
};

const add = (...groups: readonly Group[]): Command => ({
  type: 'add-documents',
  documents: groups.map((group) => aDocument(`in ${group.name}`, group)),
  groups,
});
const after = (corpus: Corpus, ...commands: readonly Command[]): Corpus =>
  commands.reduce((now, command) => apply(now, command).corpus, corpus);
const slotsOf = ({ groups }: Corpus): Record<string, number | undefined> =>
  Object.fromEntries([...groups.values()].map(({ name, slot }) => [name, slot]));

describe('withSlots', () => {
  it('counts from nought within a role, in order', () => {
    expect(slotsOf(DEMO)).toEqual({ A: 0, B: 1, S: 0 });
    expect(withSlots(DEMO)).toBe(DEMO);
    expect(withSlots(EMPTY_CORPUS)).toBe(EMPTY_CORPUS);
  });

  it('moves the later of two groups with one slot to the first free one', () => {
    const twice = new Map([A, B, MINE].map((group) => [group.id, { ...group, slot: 1 }]));
    const clash = { ...EMPTY_CORPUS, groups: twice };
    expect(slotsOf(withSlots(clash))).toEqual({ A: 1, B: 0, Mine: 2 });
    expect(slotsOf(withSlots(clash, new Map([...twice].slice(2))))).toEqual({
      A: 0,
      B: 2,
      Mine: 1,
    });
  });
});

describe('a group', () => {
  it('keeps its slot when those before it go, and when they come back', () => {
    const own = after(DEMO, add(MINE));
    expect(slotsOf(own)).toEqual({ A: 0, B: 1, S: 0, Mine: 2 });
    expect(slotsOf(after(own, { type: 'remove-demo' }))).toEqual({ Mine: 2 });
    expect(slotsOf(after(own, { type: 'remove-demo' }, restoreDemo))).toEqual(slotsOf(own));
  });

  it('takes the first slot that is free when it comes in', () => {
    const alone: Command = { type: 'batch', commands: [{ type: 'remove-demo' }, add(MINE)] };
    const own = after(DEMO, alone);
    expect(slotsOf(own)).toEqual({ Mine: 0 });
    expect(slotsOf(after(own, restoreDemo))).toEqual({ A: 2, B: 1, S: 0, Mine: 0 });
    const gap = after(DEMO, add(MINE), { type: 'remove-group', group: A.id }, add(aGroup('New')));
    expect(slotsOf(gap)).toEqual({ B: 1, S: 0, Mine: 2, New: 0 });
  });

  it('keeps its slot when another tab brings in one that has it, too', () => {
    const theirs = { ...aGroup('Theirs'), slot: 2 };
    const changes = {
      documents: { put: [aDocument('theirs', theirs)], delete: [] },
      groups: { put: [theirs], delete: [] },
    };
    const merged = after(DEMO, add(MINE), { type: 'merge', changes });
    expect(slotsOf(merged)).toEqual({ A: 0, B: 1, S: 0, Mine: 2, Theirs: 3 });
  });

  it('has the slot of the project that is opened', () => {
    const groups = [
      { ...A, slot: 5 },
      { ...MINE, slot: 1 },
    ];
    const documents = groups.map((group) => aDocument(`in ${group.name}`, group));
    const opened = after(DEMO, { type: 'open-project', documents, groups });
    expect(slotsOf(opened)).toEqual({ A: 5, Mine: 1 });
    const bare = after(DEMO, { type: 'open-project', documents, groups: [A, MINE] });
    expect(slotsOf(bare)).toEqual({ A: 0, Mine: 1 });
  });

  it('never changes its slot while it is there, and shares it with none', () => {
    const all = [A, B, S, MINE, aGroup('C'), aGroup('T', 'evaluation')];
    const group = fc.constantFrom(...all);
    const command = fc.oneof(
      fc.subarray(all).map((groups) => add(...groups)),
      group.map(({ id }): Command => ({ type: 'remove-group', group: id })),
      group.map(({ id }): Command => ({ type: 'rename-group', group: id, name: `${id} renamed` })),
      group.map(({ id }): Command => ({ type: 'recolour-group', group: id, hue: 3 })),
      fc.constant<Command>({ type: 'remove-demo' }),
      fc.constant(restoreDemo),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 15 }), (commands) => {
        let corpus = DEMO;
        for (const each of commands) {
          const { corpus: next, inverse } = apply(corpus, each);
          expect(slotsOf(apply(next, inverse).corpus)).toEqual(slotsOf(corpus));
          for (const { id, role, slot } of next.groups.values()) {
            expect(slot).toBe(corpus.groups.get(id)?.slot ?? slot);
            const alike = [...next.groups.values()].filter((other) => other.role === role);
            expect(alike.filter((other) => other.slot === slot)).toHaveLength(1);
          }
          corpus = next;
        }
      }),
      { numRuns: 200, seed: 11 },
    );
  });
});
