import { expect, it } from 'vitest';
import { padded } from '../../../../../src/core/encoders/transformer/padded.ts';

it('fills up to the longest text and masks what it filled', () => {
  const { ids, mask, tokens } = padded([[7, 8, 9], [5], []]);
  expect(tokens).toBe(3);
  expect(Array.from(ids, Number)).toEqual([7, 8, 9, 5, 0, 0, 0, 0, 0]);
  expect(Array.from(mask, Number)).toEqual([1, 1, 1, 1, 0, 0, 0, 0, 0]);
});

it('leaves a single text as it is, and nothing as nothing', () => {
  expect(Array.from(padded([[4, 2]]).ids, Number)).toEqual([4, 2]);
  expect(padded([])).toEqual({ ids: new BigInt64Array(), mask: new BigInt64Array(), tokens: 0 });
});
