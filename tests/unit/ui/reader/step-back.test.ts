import { expect, it } from 'vitest';
import { stepBack } from '../../../../src/ui/reader/step-back.ts';

it('closes the end of a pair that the list was not made for', () => {
  const pair = { view: 'reach', document: 'd', scenario: 's' } as const;
  expect(stepBack({ ...pair, anchor: 'scenario' })).toEqual({ document: null, passage: null });
  expect(stepBack({ ...pair, anchor: 'document' })).toEqual({ scenario: null, passage: null });
});

it('never takes the list away', () => {
  const selection = { document: null, scenario: 's', anchor: 'scenario' } as const;
  expect(stepBack({ ...selection, view: 'reach' })).toBeNull();
  expect(stepBack({ ...selection, view: 'map' })).toMatchObject({ scenario: null });
});
