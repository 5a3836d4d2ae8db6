import { describe, expect, it } from 'vitest';
import { apply } from '../../../../src/core/corpus/commands.ts';
import type { Corpus } from '../../../../src/core/corpus/model.ts';
import { intoRole, movesOf } from '../../../../src/core/corpus/moves.ts';
import { aCorpus, aDocument, aGroup } from './corpora.ts';

const stories = aGroup('Stories');
const essays = aGroup('Essays');
const [one, two, three] = [
  aDocument('One', stories),
  aDocument('Two', stories),
  aDocument('Three', essays),
];
const corpus = aCorpus([one, two, three], [stories, essays]);

const placesOf = ({ documents, groups }: Corpus): string[] =>
  [...documents.values()].map(
    ({ text, role, group }) => `${text}: ${role} ${groups.get(group)?.name ?? '?'}`,
  );

describe('moving documents', () => {
  it('is one step, joins groups that are there and makes those that are not', () => {
    const moves = movesOf(corpus, ({ text }) => {
      if (text === 'One') return { role: null, group: 'Essays' };
      return text === 'Two' ? { role: 'evaluation', group: ' Tests ' } : null;
    });
    expect(moves?.documents).toBe(2);
    const { corpus: after, inverse } = apply(corpus, moves!.command);
    expect(placesOf(after).sort()).toEqual([
      'One: training Essays',
      'Three: training Essays',
      'Two: evaluation Tests',
    ]);
    expect(apply(after, inverse).corpus).toEqual(corpus);
  });

  it('is nothing where all are in their places', () => {
    expect(movesOf(corpus, () => null)).toBeNull();
    expect(movesOf(corpus, () => ({ role: 'training', group: null }))).toBeNull();
    expect(
      movesOf(corpus, ({ group }) =>
        group === essays.id ? { role: null, group: 'Essays' } : null,
      ),
    ).toBeNull();
    expect(movesOf(aCorpus([], []), () => ({ role: 'evaluation', group: null }))).toBeNull();
  });

  it('to the other role keeps the names of groups, and takes a text that is there already once', () => {
    const moves = intoRole(corpus, [one.id, three.id], 'evaluation');
    const after = apply(corpus, moves!.command).corpus;
    expect(placesOf(after).sort()).toEqual([
      'One: evaluation Stories',
      'Three: evaluation Essays',
      'Two: training Stories',
    ]);
    const again = [...after.documents.values()].filter(({ role }) => role === 'evaluation');
    const back = intoRole(
      after,
      again.map(({ id }) => id),
      'training',
    );
    expect(placesOf(apply(after, back!.command).corpus).sort()).toEqual([
      'One: training Stories',
      'Three: training Essays',
      'Two: training Stories',
    ]);
  });

  it('makes a group anew whose first name another one had before it was renamed', () => {
    const renamed = apply(corpus, {
      type: 'rename-group',
      group: stories.id,
      name: 'Tales',
    }).corpus;
    const moves = movesOf(renamed, ({ text }) =>
      text === 'Three' ? { role: null, group: 'Stories' } : null,
    );
    expect(placesOf(apply(renamed, moves!.command).corpus).sort()).toEqual([
      'One: training Tales',
      'Three: training Stories',
      'Two: training Tales',
    ]);
  });
});
