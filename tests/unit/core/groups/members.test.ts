import { expect, it } from 'vitest';
import type { Document } from '../../../../src/core/corpus/model.ts';
import { membersOf } from '../../../../src/core/groups/members.ts';

const document = (id: string, meta: Readonly<Record<string, string>>): Document => ({
  id,
  role: 'training',
  group: 'g',
  title: id,
  text: '',
  passages: [],
  meta: new Map(Object.entries(meta)),
  origin: 'own',
});

it('documents name their twins by the field that came with them', () => {
  expect(
    membersOf([
      document('1', { id: 'good', twin: 'bad', topic: 'farm' }),
      document('2', { id: 'bad', twin: 'good' }),
      document('3', { id: 'bad', twin: 'elsewhere' }),
      document('4', {}),
    ]),
  ).toEqual([
    { id: '1', topic: 'farm', twin: '2' },
    { id: '2', topic: null, twin: '1' },
    { id: '3', topic: null, twin: null },
    { id: '4', topic: null, twin: null },
  ]);
});
