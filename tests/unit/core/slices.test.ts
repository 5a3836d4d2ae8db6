import { expect, it } from 'vitest';
import { slices } from '../../../src/core/slices.ts';

const sliced = (costs: readonly number[], limit: number): number[][] => [
  ...slices(costs, (cost) => cost, limit),
];

it('keeps all items in their order, as many together as the limit lets', () => {
  expect(sliced([2, 3, 5, 1, 1, 9], 5)).toEqual([[2, 3], [5], [1, 1], [9]]);
});

it('gives a slice of its own to what costs more than the limit', () => {
  expect(sliced([7, 7], 5)).toEqual([[7], [7]]);
  expect(sliced([1, 7, 1], 5)).toEqual([[1], [7], [1]]);
});

it('is content with nothing, and with what costs nothing', () => {
  expect(sliced([], 5)).toEqual([]);
  expect(sliced([0, 0, 0], 5)).toEqual([[0, 0, 0]]);
});

it('takes no more of its items than the slice at hand needs', () => {
  const taken: number[] = [];
  function* items(): Generator<number> {
    for (let i = 0; i < 10; i++) {
      taken.push(i);
      yield i;
    }
  }
  slices(items(), () => 1, 2).next();
  expect(taken).toEqual([0, 1, 2]);
});
