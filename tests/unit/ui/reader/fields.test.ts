import { expect, it } from 'vitest';
import { fieldsOf } from '../../../../src/ui/reader/fields.ts';

const META = new Map([
  ['id', 'aligned-farm-1'],
  ['agent', 'ai'],
  ['season', 'autumn'],
  ['twin', 'villain-farm-1'],
  ['states_why', 'yes'],
  ['principles', 'oversight, thrift'],
]);

it('puts values into words, what says most first and bookkeeping last', () => {
  expect(fieldsOf(META, true).map(({ name, value }) => `${name}: ${value}`)).toEqual([
    'principles: accept oversight, thrift',
    'says why: yes',
    'season: autumn',
    'agent: ai',
    'id: aligned-farm-1',
  ]);
});

it('names the twin where there is nothing to follow', () => {
  expect(fieldsOf(META, false)).toContainEqual({
    key: 'twin',
    name: 'twin',
    value: 'villain-farm-1',
  });
});
